INSERT INTO access_blanked (event_id, part, seal, by_event) VALUES (?1, ?2, ?3, ?4)
