UPDATE handed_in SET looked_by = ?4, looked_at = ?5
WHERE looked_at IS NULL AND id <= ?3
  AND match_id IN (SELECT id FROM match WHERE school_id = ?1)
  AND device_id IN (SELECT id FROM device WHERE mentor_id = ?2)
