-- The dates on which a contact reached the student, each once (domain.md 4.6).
SELECT DISTINCT day FROM entry
WHERE match_id = :match_id AND day BETWEEN :first AND :last AND voided_at IS NULL AND reached = 'student'
ORDER BY day
