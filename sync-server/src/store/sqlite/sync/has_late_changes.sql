SELECT EXISTS (SELECT 1 FROM change WHERE match_id = ?1 AND late = 1)
