UPDATE match SET basis = ?2, basis_from = ?3, basis_until = ?4, basis_scope = ?5 WHERE id = ?1
