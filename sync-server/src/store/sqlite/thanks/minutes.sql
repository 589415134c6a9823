SELECT match.mentor_id, sum(contact.minutes)
FROM match JOIN contact ON contact.match_id = match.id
WHERE match.school_id = ?1 AND contact.day >= ?2 AND contact.voided = 0 AND contact.minutes IS NOT NULL
GROUP BY match.mentor_id
