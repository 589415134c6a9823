SELECT 1 FROM enrollment WHERE school_id = ?1 AND student_id = ?2
