INSERT INTO change (match_id, hash, bytes, state, entry_key) VALUES (?1, ?2, ?3, 'unsent', ?4)
