SELECT hash, bytes FROM change WHERE match_id = ?1 AND late = 0 ORDER BY seq, position
