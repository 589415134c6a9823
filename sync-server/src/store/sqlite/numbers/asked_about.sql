  AND student.id IN (
    SELECT match.student_id FROM match
    JOIN contact ON contact.match_id = match.id AND contact.outcome = 'wrong_number' AND contact.voided = 0
    WHERE match.school_id = :school_id
    UNION
    SELECT match.student_id FROM match
    JOIN ask ON ask.match_id = match.id AND ask.kind = 'contact_details' AND ask.voided = 0
    WHERE match.school_id = :school_id)
ORDER BY student.family_name, student.given_name, student.id, guardian.phone IS NULL, link.is_primary DESC, guardian.id
