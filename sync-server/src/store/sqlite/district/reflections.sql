-- The latest of each school and prompt.
SELECT reflection.school_id, prompt, text, staff.name AS by_name, at
FROM reflection
JOIN staff ON staff.id = reflection.staff_id
WHERE month_day = ?2 AND (?1 IS NULL OR reflection.school_id = ?1)
  AND reflection.id = (SELECT max(id) FROM reflection AS other
                       WHERE other.month_day = reflection.month_day AND other.school_id = reflection.school_id
                         AND other.prompt = reflection.prompt)
  AND text <> ''
ORDER BY reflection.school_id, reflection.id
