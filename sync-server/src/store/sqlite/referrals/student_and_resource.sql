-- Whoever was ever enrolled here: a referral may outlast the enrollment.
SELECT 1
WHERE EXISTS (SELECT 1 FROM enrollment WHERE school_id = ?1 AND student_id = ?2)
  AND (?3 IS NULL OR EXISTS (SELECT 1 FROM resource_version WHERE school_id = ?1 AND resource_id = ?3))
