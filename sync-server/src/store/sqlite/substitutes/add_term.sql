INSERT INTO substitution (match_id, reason, note, last_day, family_told, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
