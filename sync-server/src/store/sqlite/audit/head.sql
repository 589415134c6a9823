SELECT id, hash FROM access_event WHERE id = (SELECT max(id) FROM access_event)
