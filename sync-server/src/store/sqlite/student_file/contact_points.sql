SELECT guardian.id, given_name || ' ' || family_name, relation, language, phone, restrictions, best_hours, interpreter,
       may_text, NOT (student_guardian.active AND guardian.active) AS former
FROM student_guardian JOIN guardian ON guardian.id = student_guardian.guardian_id
WHERE student_id = ?1
ORDER BY former, restrictions IS NULL, phone IS NULL, is_primary DESC, priority IS NULL, priority, family_name, given_name
