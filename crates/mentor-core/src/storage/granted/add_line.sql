INSERT INTO granted_line (match_id, field, position, day, kind, text, hundredths)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM granted_field WHERE match_id = ?1 AND field = ?2)
