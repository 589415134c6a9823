INSERT INTO record (match_id, document) VALUES (?1, ?2)
ON CONFLICT (match_id) DO UPDATE SET document = excluded.document
