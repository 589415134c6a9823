SELECT number_event.id, what, phone, source, day, staff.name, number_event.at, guardian_id
FROM number_event LEFT JOIN staff ON staff.id = number_event.staff_id
WHERE guardian_id IN (SELECT guardian_id FROM student_guardian WHERE student_id = ?1)
ORDER BY number_event.id DESC
