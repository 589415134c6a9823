SELECT step_mark.step, step_mark.done_day, step_mark.evidence, staff.name, step_mark.at
FROM step_mark JOIN staff ON staff.id = step_mark.staff_id
WHERE step_mark.school_id = ?1 AND step_mark.school_year = ?2
ORDER BY step_mark.id DESC
