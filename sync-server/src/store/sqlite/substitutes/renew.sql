UPDATE match SET basis_until = ?2, expected_end_day = ?2 WHERE id = ?1
