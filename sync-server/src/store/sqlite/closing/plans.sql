-- The latest of each match; ?2: of one match only.
SELECT plan.match_id, plan.last_day, plan.reason, staff.name, plan.at
FROM closing_plan AS plan
JOIN match ON match.id = plan.match_id
JOIN staff ON staff.id = plan.staff_id
WHERE match.school_id = ?1 AND (?2 IS NULL OR plan.match_id = ?2)
  AND plan.id = (SELECT max(id) FROM closing_plan WHERE closing_plan.match_id = plan.match_id)
