INSERT INTO mentor_decision (mentor_id, decision, day, reason, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
