UPDATE match SET variant = ?2 WHERE id = ?1
