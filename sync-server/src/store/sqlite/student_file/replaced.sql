-- A mark that was taken back points to itself.
SELECT old.day, old.status, old.reason, batch.applied_at, new.status,
       coalesce(withdrawing.applied_at, following.applied_at, batch.applied_at)
FROM attendance_event AS old
JOIN import_batch AS batch ON batch.id = old.batch_id
LEFT JOIN attendance_event AS new ON new.id = old.superseded_by AND new.id <> old.id
LEFT JOIN import_batch AS following ON following.id = new.batch_id
LEFT JOIN import_batch AS withdrawing ON withdrawing.id = old.withdrawn_by
WHERE old.school_id = ?1 AND old.student_id = ?2 AND old.superseded_by IS NOT NULL
ORDER BY old.day, old.id
