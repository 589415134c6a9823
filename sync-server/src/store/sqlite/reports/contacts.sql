-- What was with staff alone reached nobody and tried nobody: it is no contact of the student's. In no order: `contacts.rs`.
SELECT match_id, day, 'door_greeting', at, entry_key, iif(result IN ('greeted', 'late'), 'student', 'nobody'), 0
FROM door_check
WHERE voided = 0 AND day BETWEEN ?1 AND ?2
UNION ALL
SELECT match_id, day, kind, at, entry_key, reached, outcome IS 'wrong_number'
FROM contact
WHERE voided = 0 AND day BETWEEN ?1 AND ?2 AND reached IS NOT NULL
