UPDATE calendar_day
SET (day_type, value) = (SELECT before ->> 'day_type', before ->> 'value' FROM import_before WHERE id = ?1),
    seq = ?2
WHERE (school_id, day) = (SELECT key, day FROM import_before WHERE id = ?1)
