-- Nobody where the family agreed to attendance alone. Best number first: a usable one before none, then as the school ranks them.
SELECT given_name || ' ' || family_name, relation, language, phone, restrictions, best_hours, interpreter,
       may_text
FROM student_guardian JOIN guardian ON guardian.id = student_guardian.guardian_id
WHERE student_id = :student_id AND student_guardian.active = 1 AND guardian.active = 1
  AND NOT EXISTS (SELECT 1 FROM match WHERE id = :match_id AND basis = 'consent' AND basis_scope = 'attendance')
ORDER BY phone IS NULL, is_primary DESC, priority IS NULL, priority, is_emergency DESC, family_name, given_name
LIMIT 6
