UPDATE student_guardian SET active = 0, seq = ?2
WHERE (student_id, guardian_id) = (SELECT key, key2 FROM import_before WHERE id = ?1)
