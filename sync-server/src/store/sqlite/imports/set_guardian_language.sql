UPDATE guardian SET language = ?2 WHERE id = ?1
