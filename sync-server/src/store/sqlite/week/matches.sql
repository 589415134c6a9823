SELECT match.id, student.id, coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name,
       student.grade, mentor.id, mentor.name, match.start_day, match.end_day,
       (SELECT count(*) FROM device WHERE mentor_id = mentor.id AND revoked_at IS NULL),
       (SELECT max(last_sync_at) FROM device WHERE mentor_id = mentor.id)
FROM match
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
WHERE match.school_id = ?1 AND match.start_day <= ?3 AND (match.end_day IS NULL OR match.end_day > ?2)
  AND match.was_active = 1
ORDER BY student.family_name, student.given_name, student.id, mentor.name
