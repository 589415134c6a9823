-- Phones cannot forget a date: it is there and no school day, which no figure tells from one that is not there.
UPDATE calendar_day SET day_type = 'non_instructional', value = 0, seq = ?2
WHERE (school_id, day) = (SELECT key, day FROM import_before WHERE id = ?1)
