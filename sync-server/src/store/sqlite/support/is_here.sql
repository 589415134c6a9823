SELECT 1 FROM mentor WHERE school_id = ?1 AND id = ?2
