SELECT bytes FROM change WHERE match_id = ?1 ORDER BY position
