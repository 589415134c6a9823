-- Whether it is one of the school's own that runs and began before the year.
SELECT student_id, status FROM match
WHERE school_id = ?1 AND id = ?2 AND start_day < ?3 AND stands_in_for IS NULL AND end_day IS NULL
  AND status IN ('active', 'paused')
