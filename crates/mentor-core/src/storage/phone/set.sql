INSERT OR REPLACE INTO phone (id, device_id, device_tag, generation, signing_key, server, mentor)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)
