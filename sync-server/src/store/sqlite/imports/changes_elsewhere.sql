-- How many rows the import under way changed that are not of that school.
SELECT
  (SELECT count(*) FROM import_before
   WHERE batch_id = ?1
     AND CASE
       WHEN noun IN ('school', 'calendar_day') THEN key <> ?2
       WHEN noun IN ('enrollment', 'match') THEN key2 <> ?2
       WHEN noun = 'guardian' THEN
         NOT EXISTS (SELECT 1 FROM student_guardian AS link JOIN enrollment ON enrollment.student_id = link.student_id
                     WHERE link.guardian_id = key AND enrollment.school_id = ?2)
         AND EXISTS (SELECT 1 FROM student_guardian WHERE guardian_id = key)
       ELSE NOT EXISTS (SELECT 1 FROM enrollment WHERE student_id = key AND school_id = ?2)
            AND EXISTS (SELECT 1 FROM enrollment WHERE student_id = key)
     END)
  + (SELECT count(*) FROM attendance_event WHERE (batch_id = ?1 OR withdrawn_by = ?1) AND school_id <> ?2)
  + (SELECT count(*) FROM indicator
     WHERE batch_id = ?1
       AND NOT EXISTS (SELECT 1 FROM enrollment
                       WHERE enrollment.student_id = indicator.student_id AND school_id = ?2))
