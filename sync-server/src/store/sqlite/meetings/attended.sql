SELECT staff.id, staff.name FROM meeting_attended JOIN staff ON staff.id = meeting_attended.staff_id
WHERE version_id = ?1
ORDER BY staff.name COLLATE NOCASE, staff.id
