SELECT at, purpose, recipient, staff.name
FROM record_disclosure JOIN staff ON staff.id = staff_id
WHERE record_disclosure.school_id = ?1 AND student_id = ?2
ORDER BY record_disclosure.id DESC
