UPDATE invite SET device_id = ?2 WHERE code_hash = ?1
