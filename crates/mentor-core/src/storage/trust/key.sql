SELECT server_key FROM phone
