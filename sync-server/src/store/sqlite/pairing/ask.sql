-- The first phone that asks has the code; asking again is the same, and gets the same nonce.
UPDATE invite
SET public_key = ?2, commitment = ?3, server_nonce = coalesce(server_nonce, ?4), platform = ?5, app_version = ?6, language = ?7
WHERE code_hash = ?1 AND used_at IS NULL AND refused_at IS NULL AND expires_at > ?8 AND wrong_tries < 5
  AND (public_key IS NULL OR (public_key = ?2 AND commitment = ?3))
RETURNING server_nonce
