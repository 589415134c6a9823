INSERT INTO variant_mark (match_id, variant, staff_id, at) VALUES (?1, ?2, ?3, ?4)
