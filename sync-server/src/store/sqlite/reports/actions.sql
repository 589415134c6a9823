-- With the step in force at the end of the last day; ?2 is the moment after it.
SELECT item.school_id, student.sis_id AS sis_id, item.at AS begun_at, step.state AS state, step.at AS at,
       step.due_day AS due_day, owner.name AS owner, item.text AS text
FROM action_item AS item
LEFT JOIN student ON student.id = item.student_id
JOIN action_step AS step
  ON step.id = (SELECT max(id) FROM action_step WHERE action_step.action_id = item.id AND action_step.at < ?2)
JOIN staff AS owner ON owner.id = step.owner_id
WHERE (?1 IS NULL OR item.school_id = ?1)
ORDER BY item.at, item.rowid
