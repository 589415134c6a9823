-- Only matches that are not closed are ended by an import.
INSERT INTO import_before (batch_id, noun, key, key2, before)
SELECT ?1, 'match', ?2, ?3,
       json_object('status', status, 'on_phones', granted_seq > 0 AND ended_seq IS NULL)
FROM match WHERE id = ?2
