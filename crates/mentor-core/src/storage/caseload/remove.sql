DELETE FROM match WHERE id = ?1
