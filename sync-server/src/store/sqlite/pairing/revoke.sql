UPDATE device SET revoked_at = ?3, leaving = ?4
WHERE id = ?2 AND revoked_at IS NULL
  AND mentor_id IN (SELECT id FROM mentor WHERE school_id = ?1)
