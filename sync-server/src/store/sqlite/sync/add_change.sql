INSERT INTO change (school_id, seq, position, match_id, hash, actor, actor_seq, max_op, device_id, bytes, received_at, late)
VALUES (:school_id, :seq, :position, :match_id, :hash, :actor, :actor_seq, :max_op, :device_id, :bytes, :at, :late)
