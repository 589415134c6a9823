-- Only active matches are ended by an import.
INSERT INTO import_before (batch_id, noun, key, key2, before) VALUES (?1, 'match', ?2, ?3, '{}')
