SELECT day, asked_by, text, staff.name
FROM amendment JOIN staff ON staff.id = amendment.staff_id
WHERE amendment.school_id = ?1 AND student_id = ?2
ORDER BY day, amendment.id
