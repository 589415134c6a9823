UPDATE staff SET second_factor_by = coalesce(second_factor_by, ?2) WHERE id = ?1 RETURNING second_factor_by
