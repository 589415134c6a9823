INSERT INTO meeting_note (meeting_id, item, lead_id, text, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
