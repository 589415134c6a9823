SELECT field, until_day FROM granted_field WHERE match_id = ?1 AND until_day >= ?2 ORDER BY field
