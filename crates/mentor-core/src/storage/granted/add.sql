INSERT OR REPLACE INTO granted_field (match_id, field, until_day)
SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM match WHERE id = ?1)
