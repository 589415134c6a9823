INSERT INTO action_step (action_id, state, owner_id, due_day, note, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
