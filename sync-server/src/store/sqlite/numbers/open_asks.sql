SELECT match.id, ask.entry_key
FROM student_guardian AS link
JOIN match ON match.student_id = link.student_id AND match.school_id = ?1
JOIN ask ON ask.match_id = match.id AND ask.kind = 'contact_details' AND ask.voided = 0
WHERE link.guardian_id = ?2 AND link.active = 1
  AND coalesce((SELECT status FROM ask_answer AS answer
                WHERE answer.match_id = ask.match_id AND answer.entry_key = ask.entry_key
                ORDER BY answer.id DESC LIMIT 1), '') NOT IN ('completed', 'rejected', 'cancelled')
