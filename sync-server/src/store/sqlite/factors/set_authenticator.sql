INSERT INTO authenticator (staff_id, secret, last_step, added_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (staff_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step, added_at = excluded.added_at
