SELECT field, until_day FROM field_grant WHERE match_id = ?1 AND ended_at IS NULL ORDER BY id
