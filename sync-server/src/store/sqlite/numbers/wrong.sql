SELECT match.student_id, mentor.name, contact.day, contact.number, contact.at
FROM match
JOIN contact ON contact.match_id = match.id AND contact.outcome = 'wrong_number' AND contact.voided = 0
JOIN mentor ON mentor.id = match.mentor_id
WHERE match.school_id = ?1
ORDER BY contact.day DESC, contact.at DESC
