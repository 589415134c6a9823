INSERT INTO match_rationale (match_id, codes) VALUES (?1, ?2)
