SELECT readiness.day, readiness.school_id, question, answer, note, staff.name AS by_name, at
FROM readiness
JOIN staff ON staff.id = readiness.staff_id
WHERE ?1 IS NULL OR readiness.school_id = ?1
ORDER BY readiness.id DESC
