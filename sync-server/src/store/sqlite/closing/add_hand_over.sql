INSERT INTO hand_over (match_id, from_match_id, text, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
