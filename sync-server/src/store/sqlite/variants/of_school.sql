SELECT match.id, coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student,
       mentor.name AS mentor, match.variant,
       (SELECT count(*) FROM variant_mark WHERE match_id = match.id) AS changes
FROM match
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
WHERE match.school_id = ?1 AND match.end_day IS NULL AND match.status <> 'closed'
ORDER BY student.family_name, student.given_name, match.id
