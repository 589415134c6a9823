SELECT variant FROM match WHERE school_id = ?1 AND id = ?2
