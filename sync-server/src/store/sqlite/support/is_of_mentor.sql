SELECT 1 FROM match WHERE school_id = ?1 AND mentor_id = ?2 AND id = ?3
