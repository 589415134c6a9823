DELETE FROM granted_field WHERE match_id = ?1
