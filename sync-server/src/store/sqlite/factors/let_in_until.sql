UPDATE staff SET second_factor_by = ?2 WHERE login = ?1 RETURNING id
