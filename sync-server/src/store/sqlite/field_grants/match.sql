SELECT student.id, coalesce(preferred_name, given_name) || ' ' || family_name, mentor.name, match.status = 'closed'
FROM match JOIN student ON student.id = match.student_id JOIN mentor ON mentor.id = match.mentor_id
WHERE match.id = :match_id AND match.school_id = :school_id
