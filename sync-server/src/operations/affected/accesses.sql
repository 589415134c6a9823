SELECT school.sis_id, student.sis_id, count(*), min(at), max(at), group_concat(DISTINCT what)
FROM access_event
JOIN student ON student.id = access_event.student_id
LEFT JOIN school ON school.id = access_event.school_id
WHERE (:staff_id IS NULL OR access_event.staff_id = :staff_id) AND at >= :from AND at < :until
GROUP BY school.sis_id, student.sis_id
ORDER BY 1, 2
