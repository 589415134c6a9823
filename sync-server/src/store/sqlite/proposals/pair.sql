SELECT 1 FROM match WHERE student_id = ?1 AND mentor_id = ?2 AND end_day IS NULL
