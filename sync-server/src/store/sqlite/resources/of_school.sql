SELECT resource_id, version.name, factors, eligibility, hours, phone, verified_day, retired, staff.name, at
FROM resource_version AS version JOIN staff ON staff.id = version.staff_id
WHERE version.id IN (SELECT max(id) FROM resource_version WHERE school_id = ?1 GROUP BY resource_id)
ORDER BY retired, version.name COLLATE NOCASE, resource_id
