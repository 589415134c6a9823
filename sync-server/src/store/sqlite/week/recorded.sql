-- Only days on which the school was held and the student enrolled: a mark on a holiday misses nothing (T12).
SELECT event.student_id, sum(event.missed_halves), count(*),
       sum(iif(event.day <= ?4, event.missed_halves, 0)), sum(event.day <= ?4)
FROM attendance_event AS event
JOIN calendar_day ON calendar_day.school_id = event.school_id AND calendar_day.day = event.day
WHERE event.school_id = ?1 AND event.day BETWEEN ?2 AND ?3 AND event.superseded_by IS NULL
  AND calendar_day.day_type IN (?5, ?6)
  AND EXISTS (
    SELECT 1 FROM enrollment
    WHERE student_id = event.student_id AND school_id = event.school_id
      AND entry_day <= event.day AND (exit_day IS NULL OR exit_day > event.day))
GROUP BY event.student_id
