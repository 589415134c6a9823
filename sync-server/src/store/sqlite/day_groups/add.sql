INSERT INTO day_group_version (group_id, school_id, name, criteria, owner_id, retired, staff_id, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
