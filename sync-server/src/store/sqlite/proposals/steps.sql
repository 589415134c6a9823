SELECT step AS step, reason AS reason, note AS note, end_day, day, staff.name AS by_name, match_step.at AS at
FROM match_step LEFT JOIN staff ON staff.id = match_step.staff_id
WHERE match_id = ?1 ORDER BY match_step.id
