INSERT INTO callee (student_id, position, name, relation, language, phone, restriction)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
