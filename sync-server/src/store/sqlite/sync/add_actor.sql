INSERT INTO actor (actor, device_id, generation) VALUES (:actor, :device_id, :generation)
ON CONFLICT (actor) DO NOTHING
