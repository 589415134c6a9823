INSERT INTO import_before (batch_id, noun, key, day, before)
VALUES (?1, 'calendar_day', ?2, ?3,
        (SELECT json_object('day_type', day_type, 'value', value) FROM calendar_day WHERE school_id = ?2 AND day = ?3))
