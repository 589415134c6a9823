DELETE FROM change WHERE match_id = ?1 AND hash = ?2
