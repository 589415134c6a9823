-- ?3: one of them only.
SELECT match.id, match.student_id, match.mentor_id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student_name,
       student.grade AS grade, mentor.name AS mentor_name, match.start_day AS start_day, match.end_day AS end_day,
       match.end_reason AS end_reason, match.status AS status, match.basis AS basis,
       match.stands_in_for AS stands_in_for, carried_over.next_match_id AS continued_by,
       student.active = 1 AND EXISTS (
         SELECT 1 FROM enrollment
         WHERE enrollment.student_id = student.id AND enrollment.school_id = ?1
           AND (exit_day IS NULL OR exit_day > ?2)) AS enrolled
FROM match
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
LEFT JOIN carried_over ON carried_over.match_id = match.id
WHERE match.school_id = ?1 AND (?3 IS NULL OR match.id = ?3)
ORDER BY student.family_name, student.given_name, match.start_day, match.id
