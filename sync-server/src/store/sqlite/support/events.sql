SELECT event.id, event.day, event.topic, staff.name, mentor.name
FROM support_event AS event
JOIN staff ON staff.id = event.staff_id
LEFT JOIN support_event_mentor ON event_id = event.id
LEFT JOIN mentor ON mentor.id = support_event_mentor.mentor_id
WHERE event.school_id = ?1
ORDER BY event.day DESC, event.id DESC, mentor.name COLLATE NOCASE
