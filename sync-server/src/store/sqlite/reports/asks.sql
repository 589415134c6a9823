-- With the moment of the answer in force, where it leaves nothing to do.
SELECT ask.match_id, ask.day, ask.kind, ask.urgency, ask.text,
       (SELECT iif(status IN ('completed', 'rejected', 'cancelled'), at, NULL) FROM ask_answer
        WHERE match_id = ask.match_id AND entry_key = ask.entry_key ORDER BY id DESC LIMIT 1)
FROM match JOIN ask ON ask.match_id = match.id
WHERE (?1 IS NULL OR match.school_id = ?1) AND ask.voided = 0 AND ask.day BETWEEN ?2 AND ?3
ORDER BY ask.match_id, ask.day, ask.entry_key
