SELECT id, name FROM staff
WHERE school_id = ?1 AND disabled_at IS NULL AND role = 'coordinator'
ORDER BY name COLLATE NOCASE, id
