SELECT 1 FROM meeting WHERE school_id = ?1 AND id = ?2
