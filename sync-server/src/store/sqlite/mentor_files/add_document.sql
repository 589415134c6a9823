INSERT INTO mentor_document (mentor_id, document, day, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
