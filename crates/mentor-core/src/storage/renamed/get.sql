SELECT new_key FROM renamed WHERE match_id = ?1 AND old_key = ?2
