INSERT INTO closing_step (match_id, step, state, day, who, note, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
