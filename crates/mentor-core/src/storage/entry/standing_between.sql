-- In the order in which it was done.
SELECT entry.*, change.state
FROM entry LEFT JOIN change ON change.match_id = entry.match_id AND change.entry_key = entry.entry_key
WHERE entry.match_id = :match_id AND day BETWEEN :first AND :last AND voided_at IS NULL
ORDER BY day, at, entry.entry_key
