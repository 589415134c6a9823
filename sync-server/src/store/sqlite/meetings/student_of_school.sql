-- Whoever was ever enrolled here: the team may still speak of who left.
SELECT 1 FROM enrollment WHERE school_id = ?1 AND student_id = ?2
