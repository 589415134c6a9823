SELECT ask.match_id, match.student_id, ask.entry_key,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student_name,
       student.grade AS grade, mentor.name AS mentor_name,
       ask.at AS asked_at, ask.kind AS kind, ask.urgency AS urgency, ask.text AS text,
       answer.status AS status, answer.text AS answer_text, staff.name AS answered_by, answer.at AS answered_at
FROM match
JOIN ask ON ask.match_id = match.id
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
LEFT JOIN ask_answer AS answer ON answer.id =
  (SELECT max(id) FROM ask_answer WHERE ask_answer.match_id = ask.match_id AND ask_answer.entry_key = ask.entry_key)
LEFT JOIN staff ON staff.id = answer.staff_id
WHERE match.school_id = ?1 AND ask.voided = 0
ORDER BY ask.day DESC, ask.at DESC, ask.entry_key DESC
