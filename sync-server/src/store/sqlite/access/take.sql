UPDATE match SET ended_seq = ?2 WHERE id = ?1
