DELETE FROM draft WHERE match_id = ?1
