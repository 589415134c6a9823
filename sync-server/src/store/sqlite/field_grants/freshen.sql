UPDATE field_grant SET stale = 0, seq = ?2
WHERE stale = 1 AND match_id IN (SELECT id FROM match WHERE school_id = ?1)
