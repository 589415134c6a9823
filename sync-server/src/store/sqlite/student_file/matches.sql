SELECT match.id, mentor.name, start_day, end_day, end_reason, rationale, status, stands_in_for IS NOT NULL, expected_end_day
FROM match JOIN mentor ON mentor.id = match.mentor_id
WHERE match.school_id = ?1 AND student_id = ?2
ORDER BY end_day IS NOT NULL, start_day DESC, match.id
