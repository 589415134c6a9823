INSERT INTO record (match_id, document, sha256) VALUES (?1, ?2, ?3)
ON CONFLICT (match_id) DO UPDATE SET document = excluded.document, sha256 = excluded.sha256
