SELECT at, staff_id, device_id, what, student_id, school_id
FROM access_event
WHERE school_id = ?1
ORDER BY id DESC
LIMIT ?2
