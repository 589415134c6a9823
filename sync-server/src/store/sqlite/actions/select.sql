SELECT item.id, item.meeting_id, item.student_id, item.text AS text, item.at AS begun_at,
       step.state AS state, step.owner_id AS owner_id, step.due_day AS due_day, step.note AS note,
       owner.name AS owner_name, staff.name AS by_name, step.at AS at
FROM action_item AS item
JOIN action_step AS step ON step.id = (SELECT max(id) FROM action_step WHERE action_step.action_id = item.id)
JOIN staff AS owner ON owner.id = step.owner_id
JOIN staff ON staff.id = step.staff_id
WHERE item.school_id = ?1 AND (?2 IS NULL OR item.id = ?2)
ORDER BY step.state <> 'open', iif(step.state = 'open', step.due_day, -step.at), item.at, item.rowid
