SELECT 1 FROM resource_version WHERE resource_id = ?2 AND school_id <> ?1 LIMIT 1
