INSERT INTO seen (match_id, page, device_tag, counter, seq) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (match_id, page, device_tag) DO UPDATE SET counter = excluded.counter, seq = excluded.seq
