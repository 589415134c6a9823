UPDATE school SET settled_day = ?2 WHERE id = ?1
