UPDATE guardian SET active = 0 WHERE id = (SELECT key FROM import_before WHERE id = ?1)
