INSERT INTO mentor_reference (application_id, position, name, relation, contact) VALUES (?1, ?2, ?3, ?4, ?5)
