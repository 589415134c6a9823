-- The latest check of the day that was not taken back, whichever phone made it.
SELECT door_check.entry_key, result, at, change.state
FROM door_check LEFT JOIN change ON change.match_id = door_check.match_id AND change.entry_key = door_check.entry_key
WHERE door_check.match_id = :match_id AND day = :day AND voided = 0
ORDER BY at DESC, door_check.entry_key DESC
LIMIT 1
