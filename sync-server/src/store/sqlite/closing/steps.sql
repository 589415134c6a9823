-- The latest last; ?2: of one match only.
SELECT taken.match_id, taken.day, taken.step AS step, taken.state AS state, taken.who AS who, taken.note AS note,
       staff.name AS by_name
FROM closing_step AS taken
JOIN match ON match.id = taken.match_id
JOIN staff ON staff.id = taken.staff_id
WHERE match.school_id = ?1 AND (?2 IS NULL OR taken.match_id = ?2)
ORDER BY taken.id
