SELECT id, name FROM staff
WHERE school_id = ?1 AND disabled_at IS NULL AND role IN ('coordinator', 'team', 'principal')
ORDER BY name COLLATE NOCASE, id
