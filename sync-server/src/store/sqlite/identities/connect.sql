INSERT INTO district_identity (issuer, subject, staff_id, added_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO NOTHING
