-- Beside each mark, how much of a school day its date holds: on a day that the calendar lacks, a whole one.
SELECT event.day, status, missed, event.seq, coalesce(calendar_day.value, 10000)
FROM attendance_event AS event
LEFT JOIN calendar_day ON calendar_day.school_id = event.school_id AND calendar_day.day = event.day
WHERE student_id = :student_id AND event.school_id = :school_id AND superseded_by IS NULL AND event.seq > :cursor
UNION ALL
-- A mark that was taken back goes out without a status, so that phones forget it; one who starts over never had it.
SELECT day, NULL, missed, seq, 10000
FROM attendance_event AS event
WHERE student_id = :student_id AND school_id = :school_id AND withdrawn_by IS NOT NULL AND seq > :cursor
  AND :cursor > 0
  AND NOT EXISTS (SELECT 1 FROM attendance_event AS now
                  WHERE now.student_id = event.student_id AND now.school_id = event.school_id
                    AND now.day = event.day AND now.superseded_by IS NULL)
ORDER BY 4, 1
