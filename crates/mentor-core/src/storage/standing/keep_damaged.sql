INSERT INTO damaged (match_id, at, bytes) VALUES (?1, ?2, ?3)
