UPDATE device SET first_lease_at = ?2 WHERE id = ?1 AND first_lease_at IS NULL
