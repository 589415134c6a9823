SELECT student_id, guardian_id, relation, is_primary, lives_with, is_emergency, priority, restrictions, active,
       best_hours, by_contacts, interpreter, may_text
FROM student_guardian
