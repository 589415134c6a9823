INSERT INTO closing_plan (match_id, reason, last_day, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
