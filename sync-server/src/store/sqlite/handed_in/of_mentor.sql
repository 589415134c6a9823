SELECT handed_in.id, mentor.id, mentor.name, device.serial, student.id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name,
       handed_in.kind, handed_in.day, handed_in.received_at, handed_in.looked_at, staff.name
FROM device
  JOIN mentor ON mentor.id = device.mentor_id
  JOIN handed_in ON handed_in.device_id = device.id
  JOIN match ON match.id = handed_in.match_id
  JOIN student ON student.id = match.student_id
  LEFT JOIN staff ON staff.id = handed_in.looked_by
WHERE mentor.school_id = ?1 AND mentor.id = ?2 AND match.school_id = ?1
ORDER BY handed_in.id
