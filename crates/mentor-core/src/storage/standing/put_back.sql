INSERT OR IGNORE INTO change (match_id, hash, bytes, state) VALUES (?1, ?2, ?3, 'unsent')
