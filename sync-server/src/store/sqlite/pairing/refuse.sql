UPDATE invite SET refused_at = ?4
WHERE mentor_id IN (SELECT id FROM mentor WHERE school_id = ?1 AND id = ?2)
  AND public_key = ?3 AND used_at IS NULL AND refused_at IS NULL
