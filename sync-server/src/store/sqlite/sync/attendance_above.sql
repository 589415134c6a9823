SELECT day, status, missed, seq
FROM attendance_event
WHERE student_id = :student_id AND school_id = :school_id AND superseded_by IS NULL AND seq > :cursor
UNION ALL
-- A mark that was taken back goes out without a status, so that phones forget it; one who starts over never had it.
SELECT day, NULL, missed, seq
FROM attendance_event AS event
WHERE student_id = :student_id AND school_id = :school_id AND withdrawn_by IS NOT NULL AND seq > :cursor
  AND :cursor > 0
  AND NOT EXISTS (SELECT 1 FROM attendance_event AS now
                  WHERE now.student_id = event.student_id AND now.school_id = event.school_id
                    AND now.day = event.day AND now.superseded_by IS NULL)
ORDER BY seq, day
