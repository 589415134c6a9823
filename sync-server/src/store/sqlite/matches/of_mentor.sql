SELECT match.id, match.student_id, coalesce(preferred_name, given_name) || ' ' || family_name, student.grade,
       match.start_day, match.end_day, match.end_reason, match.wake_up_calls, match.rationale, match.status
FROM match JOIN student ON student.id = match.student_id
WHERE match.school_id = ?1 AND match.mentor_id = ?2
ORDER BY match.end_day IS NOT NULL, student.family_name, student.given_name, match.start_day
