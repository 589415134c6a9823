DELETE FROM change WHERE match_id = ?1
