-- The school and the mentor, if the log says that anything but entries came since the cursor.
SELECT school.name, bell_minute, recorded_through, time_zone, mentor.name, mentor.waits_for
FROM school JOIN mentor ON mentor.school_id = school.id
WHERE school.id = :school_id AND mentor.id = :mentor_id
  AND (:cursor = 0 OR EXISTS (SELECT 1 FROM school_log
                              WHERE school_id = :school_id AND seq > :cursor AND what NOT IN ('changes', 'answer', 'seen')))
