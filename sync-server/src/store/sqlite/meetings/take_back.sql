INSERT INTO meeting_decision_taken_back (decision_id, staff_id, at) VALUES (?1, ?2, ?3)
