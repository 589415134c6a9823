DELETE FROM session WHERE staff_id IN (SELECT id FROM staff WHERE login = ?1)
