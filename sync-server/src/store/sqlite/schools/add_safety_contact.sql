INSERT INTO safety_contact (school_id, position, name, role, phone) VALUES (?1, ?2, ?3, ?4, ?5)
