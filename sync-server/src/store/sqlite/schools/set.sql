UPDATE school
SET time_zone = coalesce(?2, time_zone), bell_minute = coalesce(?3, bell_minute)
WHERE id = ?1
