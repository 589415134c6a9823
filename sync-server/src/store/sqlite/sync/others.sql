-- That something was done, and whom it reached; no text, no outcome, no name. Talks with staff reach nobody's family.
SELECT day, at, kind, reached
FROM match JOIN contact ON contact.match_id = match.id
WHERE match.student_id = :student_id AND match.school_id = :school_id AND match.mentor_id <> :mentor_id
  AND contact.day BETWEEN :first AND :last AND contact.voided = 0 AND contact.reached IS NOT NULL
UNION ALL
SELECT day, at, 'door_greeting', CASE result WHEN 'not_seen' THEN 'nobody' ELSE 'student' END
FROM match JOIN door_check ON door_check.match_id = match.id
WHERE match.student_id = :student_id AND match.school_id = :school_id AND match.mentor_id <> :mentor_id
  AND door_check.day BETWEEN :first AND :last AND door_check.voided = 0
ORDER BY 1 DESC, 2 DESC
LIMIT 40
