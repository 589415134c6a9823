SELECT 1 FROM day_group_version WHERE group_id = ?1 AND school_id <> ?2
