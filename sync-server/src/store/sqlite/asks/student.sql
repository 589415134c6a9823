SELECT match.student_id
FROM match JOIN ask ON ask.match_id = match.id
WHERE match.school_id = ?1 AND match.id = ?2 AND ask.entry_key = ?3 AND ask.voided = 0
