INSERT INTO meeting_decision (id, meeting_id, student_id, text, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
