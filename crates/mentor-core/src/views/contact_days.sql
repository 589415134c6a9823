-- The dates from :first to :last on which a contact reached the student, each once (domain.md 4.6).
SELECT day FROM door_check
WHERE match_id = :match_id AND day BETWEEN :first AND :last AND voided = 0 AND result IN ('greeted', 'late')
UNION
SELECT day FROM wake_up_call
WHERE match_id = :match_id AND day BETWEEN :first AND :last AND voided = 0 AND outcome = 'reached_student'
UNION
SELECT day FROM one_on_one
WHERE match_id = :match_id AND day BETWEEN :first AND :last AND voided = 0
