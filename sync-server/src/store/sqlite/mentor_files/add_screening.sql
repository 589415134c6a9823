INSERT INTO mentor_screening (mentor_id, kind, result, day, through, checked_by, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
