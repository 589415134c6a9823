SELECT student_id, kind, period_start, period_end, value FROM indicator
WHERE superseded_by IS NULL AND period_end >= ?1 AND period_start <= ?2
  AND student_id IN (SELECT student_id FROM enrollment WHERE school_id = ?3)
ORDER BY student_id, kind, period_start, period_end
