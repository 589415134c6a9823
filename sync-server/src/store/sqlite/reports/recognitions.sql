SELECT match_id, day, whom, form, reason, days
FROM match JOIN recognition ON match_id = match.id
WHERE (?1 IS NULL OR match.school_id = ?1) AND voided = 0 AND day BETWEEN ?2 AND ?3
ORDER BY match_id, day, entry_key
