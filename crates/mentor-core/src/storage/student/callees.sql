SELECT name, relation, language, phone, restriction, best_hours, interpreter, may_text
FROM callee
WHERE student_id = ?1
ORDER BY position
