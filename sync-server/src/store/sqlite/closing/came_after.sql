-- The student's last match that ended before this one was made.
SELECT earlier.id FROM match JOIN match AS earlier USING (school_id, student_id)
WHERE match.id = ?1 AND earlier.id <> match.id AND earlier.end_day IS NOT NULL
ORDER BY earlier.end_day DESC, earlier.id
