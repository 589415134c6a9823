SELECT DISTINCT day, mark FROM match JOIN calendar_mark ON match_id = match.id
WHERE school_id = ?1 AND student_id = ?2
