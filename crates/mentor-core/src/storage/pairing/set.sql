INSERT OR REPLACE INTO pairing (id, server, code_hash, signing_key, nonce, server_key, server_nonce, language)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)
