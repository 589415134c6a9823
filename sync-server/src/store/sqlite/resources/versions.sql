SELECT resource_id, version.name, factors, eligibility, hours, phone, verified_day, retired, staff.name, at
FROM resource_version AS version JOIN staff ON staff.id = version.staff_id
WHERE version.school_id = ?1 AND resource_id = ?2
ORDER BY version.id DESC
