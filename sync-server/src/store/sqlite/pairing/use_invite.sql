-- Once, and only for the phone that asked with it, when one did.
UPDATE invite SET used_at = ?2
WHERE code_hash = ?1 AND used_at IS NULL AND refused_at IS NULL AND expires_at > ?2
  AND (public_key IS NULL OR public_key = ?3)
RETURNING mentor_id
