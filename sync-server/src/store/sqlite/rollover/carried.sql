INSERT INTO carried_over (match_id, next_match_id, staff_id, at) VALUES (?1, ?2, ?3, ?4)
