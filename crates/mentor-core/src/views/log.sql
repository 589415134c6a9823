-- Everything that was done with one student, latest first.
SELECT entry.*, change.state
FROM (
  SELECT match_id, entry_key, day, at, voided, 'door_check' AS kind, result AS value, NULL AS audience FROM door_check
  UNION ALL
  SELECT match_id, entry_key, day, at, voided, 'wake_up_call', outcome, NULL FROM wake_up_call
  UNION ALL
  SELECT match_id, entry_key, day, at, voided, 'one_on_one', CAST(minutes AS TEXT), NULL FROM one_on_one
  UNION ALL
  SELECT match_id, entry_key, day, at, voided, 'note', text, audience FROM note
  UNION ALL
  SELECT match_id, entry_key, day, at, voided, 'unknown', '', NULL FROM unknown_entry
) AS entry
LEFT JOIN change ON change.match_id = entry.match_id AND change.entry_key = entry.entry_key
WHERE entry.match_id = :match_id
ORDER BY entry.day DESC, entry.at DESC, entry.entry_key DESC
LIMIT 400
