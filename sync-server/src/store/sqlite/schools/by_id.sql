SELECT id, sis_id, name, time_zone, bell_minute, recorded_through,
       (SELECT max(day) FROM calendar_day WHERE school_id = school.id), seq
FROM school
WHERE id = ?1
