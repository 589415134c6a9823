SELECT DISTINCT match_id FROM change WHERE school_id = ?1
