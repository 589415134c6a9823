SELECT match.id, entry_key
FROM match JOIN ask ON ask.match_id = match.id
WHERE match.school_id = ?1 AND ask.voided = 0
