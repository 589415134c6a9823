SELECT coalesce(max(version), 0) FROM plan_version WHERE school_id = ?1
