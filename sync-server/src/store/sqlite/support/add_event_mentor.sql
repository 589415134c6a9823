INSERT INTO support_event_mentor (event_id, mentor_id) VALUES (?1, ?2)
