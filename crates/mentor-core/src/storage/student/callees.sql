SELECT name, relation, language, phone, restriction FROM callee WHERE student_id = ?1 ORDER BY position
