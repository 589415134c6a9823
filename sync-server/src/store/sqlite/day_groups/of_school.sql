SELECT version.group_id, version.owner_id, version.name AS name, version.criteria AS criteria, staff.name AS owner_name
FROM day_group_version AS version
LEFT JOIN staff ON staff.id = version.owner_id
WHERE version.school_id = ?1 AND version.retired = 0
  AND version.id = (SELECT max(id) FROM day_group_version AS later WHERE later.group_id = version.group_id
                      AND later.school_id = version.school_id)
ORDER BY version.name COLLATE NOCASE, version.id
