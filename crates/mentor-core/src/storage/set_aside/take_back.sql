UPDATE change SET refusal = 'taken-back' WHERE state = 'refused' AND match_id = ?1 AND entry_key = ?2
