SELECT device_id, signing_key, server, server_key FROM shut_out WHERE signing_key IS NOT NULL
