DELETE FROM invite
WHERE used_at IS NULL
  AND mentor_id IN (SELECT id FROM mentor WHERE school_id = ?1 AND id = ?2)
