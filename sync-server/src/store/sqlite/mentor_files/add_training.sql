INSERT INTO mentor_training (mentor_id, topic, minutes, day, given_by, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
