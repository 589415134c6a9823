INSERT OR REPLACE INTO renamed (match_id, old_key, new_key) VALUES (?1, ?2, ?3)
