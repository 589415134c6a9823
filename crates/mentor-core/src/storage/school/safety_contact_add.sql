INSERT INTO safety_contact (position, name, role, phone) VALUES (?1, ?2, ?3, ?4)
