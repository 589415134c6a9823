SELECT access_event.id, access_event.at, access_event.staff_id,
       coalesce(staff.name, access_event.by_name, mentor.name) AS by_name,
       access_event.device_id IS NOT NULL AS by_phone, access_event.what, access_event.detail,
       access_event.student_id, student.sis_id AS student_key, school.name AS school_name
FROM access_event
LEFT JOIN staff ON staff.id = access_event.staff_id
LEFT JOIN device ON device.id = access_event.device_id
LEFT JOIN mentor ON mentor.id = device.mentor_id
LEFT JOIN student ON student.id = access_event.student_id
LEFT JOIN school ON school.id = access_event.school_id
WHERE (:staff_id IS NULL OR access_event.staff_id = :staff_id)
  AND (:what IS NULL OR access_event.what = :what)
  AND (:student_id IS NULL OR access_event.student_id = :student_id)
  AND (:school_id IS NULL OR access_event.school_id = :school_id)
  AND (:from IS NULL OR access_event.at >= :from)
  AND (:until IS NULL OR access_event.at < :until)
  AND (:before IS NULL OR access_event.id < :before)
ORDER BY access_event.id DESC
LIMIT :limit
