-- As contacts.sql, by way of the school's matches: a school's page must not read the district. A match's rows lie together:
-- through the index of their days (hence the +) they would be looked up one by one.
SELECT match_id, day, 'door_greeting', at, entry_key, iif(result IN ('greeted', 'late'), 'student', 'nobody'), 0
FROM match JOIN door_check ON match_id = match.id
WHERE match.school_id = ?3 AND match.start_day <= ?2 AND (match.end_day IS NULL OR match.end_day > ?4)
  AND voided = 0 AND +day BETWEEN ?1 AND ?2
UNION ALL
SELECT match_id, day, kind, at, entry_key, reached, outcome IS 'wrong_number'
FROM match JOIN contact ON match_id = match.id
WHERE match.school_id = ?3 AND match.start_day <= ?2 AND (match.end_day IS NULL OR match.end_day > ?4)
  AND voided = 0 AND +day BETWEEN ?1 AND ?2 AND reached IS NOT NULL
