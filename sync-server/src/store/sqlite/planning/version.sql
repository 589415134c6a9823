SELECT plan_version.version, staff.name, plan_version.at
FROM plan_version JOIN staff ON staff.id = plan_version.staff_id
WHERE plan_version.school_id = ?1
  AND plan_version.version = coalesce(?2, (SELECT max(version) FROM plan_version WHERE school_id = ?1))
