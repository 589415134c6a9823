SELECT match.id, match.student_id, student.sis_id, match.school_id, mentor.id, mentor.name, match.start_day, match.end_day,
       (SELECT count(*) FROM device WHERE mentor_id = mentor.id AND revoked_at IS NULL),
       (SELECT max(last_sync_at) FROM device WHERE mentor_id = mentor.id),
       (SELECT kind FROM mentor_profile WHERE mentor_id = mentor.id) AS mentor_kind
FROM match
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
WHERE (?1 IS NULL OR match.school_id = ?1) AND match.start_day <= ?3 AND (match.end_day IS NULL OR match.end_day > ?2)
  AND match.was_active = 1 AND (?4 IS NULL OR match.student_id = ?4)
ORDER BY student.sis_id, match.start_day, mentor.name, match.id
