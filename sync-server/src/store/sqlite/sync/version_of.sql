SELECT coalesce(max(seq), 0) FROM change WHERE match_id = :match_id
