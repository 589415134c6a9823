SELECT access_event.id, at, staff_id, device_id, what, student_id, school_id, by_name, access_event.detail,
       student_salt, detail_salt, hash,
       student.seal AS student_seal, detail.seal AS detail_seal
FROM access_event
LEFT JOIN access_blanked AS student ON student.event_id = access_event.id AND student.part = 'student'
LEFT JOIN access_blanked AS detail ON detail.event_id = access_event.id AND detail.part = 'detail'
ORDER BY access_event.id
