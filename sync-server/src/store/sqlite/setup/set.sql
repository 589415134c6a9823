INSERT OR REPLACE INTO setup_code (id, code_hash, school_id, expires_at)
SELECT 1, ?1, ?2, ?3
WHERE NOT EXISTS (
  SELECT 1 FROM staff WHERE school_id = ?2 AND role = 'coordinator' AND disabled_at IS NULL
)
