-- As contacts.sql, by way of the school's matches: a school's page must not read the district.
SELECT match_id, day, 'door_greeting', at, entry_key, iif(result IN ('greeted', 'late'), 'student', 'nobody'), 0
FROM match JOIN door_check ON match_id = match.id
WHERE match.school_id = ?3 AND voided = 0 AND day BETWEEN ?1 AND ?2
UNION ALL
SELECT match_id, day, kind, at, entry_key, reached, outcome IS 'wrong_number'
FROM match JOIN contact ON match_id = match.id
WHERE match.school_id = ?3 AND voided = 0 AND day BETWEEN ?1 AND ?2 AND reached IS NOT NULL
ORDER BY 2, 4, 5
