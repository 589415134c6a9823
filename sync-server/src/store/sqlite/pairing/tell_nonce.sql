UPDATE invite SET phone_nonce = ?2 WHERE code_hash = ?1 AND phone_nonce IS NULL
