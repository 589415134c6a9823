-- Everything that was done with one student, latest first.
SELECT entry.*, change.state
FROM entry LEFT JOIN change ON change.match_id = entry.match_id AND change.entry_key = entry.entry_key
WHERE entry.match_id = :match_id
ORDER BY day DESC, at DESC, entry.entry_key DESC
