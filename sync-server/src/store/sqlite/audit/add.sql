INSERT INTO access_event (at, staff_id, device_id, what, student_id, school_id, by_name, detail)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
