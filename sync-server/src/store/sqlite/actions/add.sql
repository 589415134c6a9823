INSERT INTO action_item (id, school_id, meeting_id, student_id, text, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
