-- The batch's marks that stand, each with the one that it took the place of; and the marks that it took back.
SELECT now.id, now.student_id, now.school_id, now.day, was.status, was.missed, was.reason
FROM attendance_event AS now
LEFT JOIN attendance_event AS was ON was.superseded_by = now.id AND was.id <> now.id
WHERE now.batch_id = ?1 AND now.superseded_by IS NULL
UNION ALL
SELECT NULL, student_id, school_id, day, status, missed, reason
FROM attendance_event WHERE withdrawn_by = ?1
