SELECT at, what, coalesce(staff.name, by_name), detail
FROM access_event LEFT JOIN staff ON staff.id = access_event.staff_id
WHERE access_event.school_id = ?1 AND student_id = ?2
ORDER BY access_event.id DESC
