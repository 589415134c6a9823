INSERT INTO staff (id, school_id, login, name, role, password_hash, created_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
