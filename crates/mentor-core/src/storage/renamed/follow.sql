UPDATE renamed SET new_key = ?3 WHERE match_id = ?1 AND new_key = ?2
