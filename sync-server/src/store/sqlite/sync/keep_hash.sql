INSERT INTO record_hash (match_id, version, hash) VALUES (:match_id, :version, :hash)
ON CONFLICT (match_id) DO UPDATE SET version = excluded.version, hash = excluded.hash
WHERE excluded.version >= record_hash.version
