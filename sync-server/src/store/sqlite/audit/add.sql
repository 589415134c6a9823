INSERT INTO access_event
  (id, at, staff_id, device_id, what, student_id, school_id, by_name, detail, student_salt, detail_salt, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
