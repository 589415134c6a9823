INSERT INTO kin (device_id, device_tag, certificate, log_id) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (device_id) DO UPDATE SET certificate = excluded.certificate, log_id = excluded.log_id
