SELECT id, value FROM indicator
WHERE student_id = ?1 AND kind = ?2 AND period_start = ?3 AND period_end = ?4 AND superseded_by IS NULL
