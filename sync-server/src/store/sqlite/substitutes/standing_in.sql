SELECT student_id FROM match WHERE school_id = ?1 AND id = ?2 AND stands_in_for IS NOT NULL AND status = 'active'
