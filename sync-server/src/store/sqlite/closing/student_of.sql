-- ?3: whether it must not have ended, must have ended, or may be either.
SELECT student_id FROM match
WHERE school_id = ?1 AND id = ?2
  AND CASE ?3 WHEN 'open' THEN end_day IS NULL WHEN 'ended' THEN end_day IS NOT NULL ELSE 1 END
