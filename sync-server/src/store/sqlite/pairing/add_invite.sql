INSERT INTO invite (code_hash, mentor_id, created_at, expires_at)
SELECT ?1, id, ?4, ?5 FROM mentor WHERE school_id = ?2 AND id = ?3
