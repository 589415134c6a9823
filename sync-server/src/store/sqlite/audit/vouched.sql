SELECT by_event, event_id, part FROM access_blanked ORDER BY by_event, event_id, part
