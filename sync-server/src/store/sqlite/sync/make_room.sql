DELETE FROM change WHERE match_id = :match_id AND actor = :actor AND actor_seq = :actor_seq
