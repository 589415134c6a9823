-- Notes for the mentor and the coordinator, and whatever is personal to a family, are never read for a report.
SELECT match_id, day, text
FROM match JOIN note ON match_id = match.id
WHERE (?1 IS NULL OR match.school_id = ?1) AND voided = 0 AND day BETWEEN ?2 AND ?3
  AND audience = 'team' AND class = 'shareable'
ORDER BY match_id, day, entry_key
