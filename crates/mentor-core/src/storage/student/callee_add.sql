INSERT INTO callee (student_id, position, name, relation, language, phone, restriction, best_hours, interpreter,
                    may_text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
