SELECT DISTINCT student.id, student.sis_id AS sis_id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS name, student.grade AS grade,
       student.home_language AS home_language
FROM student JOIN match ON match.student_id = student.id
WHERE match.school_id = ?1 AND match.status IN ('active', 'paused')
ORDER BY student.family_name, student.given_name, student.id
