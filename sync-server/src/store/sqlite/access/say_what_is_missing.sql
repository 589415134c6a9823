UPDATE mentor SET waits_for = ?2, seq = ?3 WHERE id = ?1
