SELECT student_id FROM match WHERE id = ?1 AND school_id = ?2 AND end_day IS NULL
