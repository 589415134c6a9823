SELECT day, measure, was, aim, due, result, voided, counted, checked_day
FROM match JOIN goal ON match_id = match.id
WHERE school_id = ?1 AND student_id = ?2
ORDER BY day DESC, entry_key DESC
