SELECT id, name FROM staff ORDER BY name, id
