UPDATE device SET wiped_at = ?2 WHERE id = ?1 AND revoked_at IS NOT NULL AND wiped_at IS NULL
