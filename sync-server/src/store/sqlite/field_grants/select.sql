SELECT field_grant.id, field, reason, from_day, until_day, granter.name AS granted_by, ended_at, ender.name AS ended_by
FROM field_grant
JOIN staff AS granter ON granter.id = field_grant.staff_id
LEFT JOIN staff AS ender ON ender.id = field_grant.ended_by
WHERE match_id = ?1
ORDER BY ended_at IS NOT NULL, field_grant.id DESC
