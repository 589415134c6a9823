-- The student of a match that a mentor of its own looks after.
SELECT student_id FROM match
WHERE school_id = ?1 AND id = ?2 AND stands_in_for IS NULL AND status IN ('active', 'paused')
