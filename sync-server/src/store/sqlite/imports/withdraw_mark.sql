UPDATE attendance_event SET superseded_by = id, withdrawn_by = ?2, seq = ?3 WHERE id = ?1
