SELECT contact.number, contact.at
FROM student_guardian AS link
JOIN match ON match.student_id = link.student_id
JOIN contact ON contact.match_id = match.id AND contact.outcome = 'wrong_number' AND contact.voided = 0
WHERE link.guardian_id = ?1 AND link.active = 1
