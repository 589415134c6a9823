SELECT id FROM meeting WHERE school_id = ?1 AND day = ?2
