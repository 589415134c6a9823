-- Of every school at which one of this school's students has days.
SELECT school_id, day, day_type, value FROM calendar_day
WHERE day BETWEEN ?1 AND ?2
  AND school_id IN (
    SELECT school_id FROM enrollment WHERE student_id IN (SELECT student_id FROM enrollment WHERE school_id = ?3))
ORDER BY school_id, day
