SELECT DISTINCT match.student_id
FROM handed_in
  JOIN match ON match.id = handed_in.match_id
  JOIN device ON device.id = handed_in.device_id
WHERE handed_in.looked_at IS NULL AND handed_in.id <= ?3 AND match.school_id = ?1 AND device.mentor_id = ?2
ORDER BY match.student_id
