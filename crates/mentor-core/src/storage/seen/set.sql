INSERT INTO seen (match_id, page, device_tag, counter)
SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM match WHERE id = ?1)
ON CONFLICT (match_id, page, device_tag) DO UPDATE SET counter = max(counter, excluded.counter)
