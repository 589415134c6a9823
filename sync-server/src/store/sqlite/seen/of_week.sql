-- Of matches that had not ended before the week: what the page's cells are made of.
SELECT match.id, entry_key
FROM match JOIN contact ON contact.match_id = match.id
WHERE match.school_id = ?1 AND (match.end_day IS NULL OR match.end_day > ?2)
  AND contact.day BETWEEN ?2 AND ?3 AND contact.voided = 0 AND contact.reached IN ('student', 'family')
UNION ALL
SELECT match.id, entry_key
FROM match JOIN door_check ON door_check.match_id = match.id
WHERE match.school_id = ?1 AND (match.end_day IS NULL OR match.end_day > ?2)
  AND door_check.day BETWEEN ?2 AND ?3 AND door_check.voided = 0 AND door_check.result <> 'not_seen'
