UPDATE match SET expected_end_day = ?2 WHERE id = ?1
