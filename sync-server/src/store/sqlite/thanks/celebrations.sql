SELECT celebration.student_id, celebration.day, celebration.whom AS whom, celebration.form AS form,
       staff.name AS by_name
FROM celebration JOIN staff ON staff.id = celebration.staff_id
WHERE celebration.school_id = ?1 AND celebration.day >= ?2
ORDER BY celebration.day DESC, celebration.id DESC
