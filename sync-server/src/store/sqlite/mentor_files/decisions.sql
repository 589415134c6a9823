SELECT entry.id, staff.name, entry.at, 0, decision, day, reason
FROM mentor_decision AS entry LEFT JOIN staff ON staff.id = entry.staff_id
WHERE entry.mentor_id = ?1
ORDER BY entry.id DESC
