INSERT OR REPLACE INTO standing (match_id, hash) VALUES (?1, ?2)
