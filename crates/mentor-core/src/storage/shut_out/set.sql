INSERT OR REPLACE INTO shut_out (id, action, wiped_at, device_id, signing_key, server, server_key)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
