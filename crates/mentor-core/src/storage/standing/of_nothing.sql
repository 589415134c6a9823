SELECT match.id AS match_id FROM match
WHERE NOT EXISTS (SELECT 1 FROM record WHERE record.match_id = match.id)
  AND NOT EXISTS (SELECT 1 FROM change WHERE change.match_id = match.id AND state <> 'refused')
