UPDATE student SET active = 0, seq = ?2 WHERE id = (SELECT key FROM import_before WHERE id = ?1)
