INSERT OR IGNORE INTO change (match_id, hash, bytes, state, entry_key, refusals)
VALUES (?1, ?2, ?3, 'unsent', ?4, ?5)
