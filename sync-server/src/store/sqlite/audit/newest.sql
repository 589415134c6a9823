-- A report of the whole district is about this school too.
SELECT at, staff_id, device_id, what, student_id, school_id, by_name, detail
FROM access_event
WHERE school_id = ?1 OR (school_id IS NULL AND student_id IS NULL)
ORDER BY id DESC
LIMIT ?2
