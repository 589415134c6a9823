INSERT INTO hand_set (noun, id, field, set_at) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (noun, id, field) DO UPDATE SET set_at = excluded.set_at
