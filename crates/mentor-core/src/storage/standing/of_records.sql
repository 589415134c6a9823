-- Every record with anything in it, of students who are here.
SELECT match.id AS match_id, standing.hash AS hash
FROM match LEFT JOIN standing ON standing.match_id = match.id
WHERE EXISTS (SELECT 1 FROM record WHERE record.match_id = match.id)
   OR EXISTS (SELECT 1 FROM change WHERE change.match_id = match.id AND state <> 'refused')
