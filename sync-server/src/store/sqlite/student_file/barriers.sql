SELECT day, factor, source, resolved_day, voided
FROM match JOIN barrier ON match_id = match.id
WHERE school_id = ?1 AND student_id = ?2
ORDER BY day DESC, entry_key DESC
