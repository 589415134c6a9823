SELECT snapshot.id, report, school.sis_id, as_of, rule_version, inputs, frozen_at, frozen_by
FROM snapshot LEFT JOIN school ON school.id = snapshot.school_id
ORDER BY snapshot.id
