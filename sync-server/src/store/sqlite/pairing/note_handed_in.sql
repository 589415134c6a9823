UPDATE device SET handed_in = coalesce(handed_in, 0) + ?2 WHERE id = ?1
