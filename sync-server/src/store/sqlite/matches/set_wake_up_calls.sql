UPDATE match SET wake_up_calls = ?2, seq = ?3 WHERE id = ?1
