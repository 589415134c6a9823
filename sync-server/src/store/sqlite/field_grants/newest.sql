SELECT coalesce(max(seq), 0) FROM field_grant WHERE match_id = ?1
