-- ?4: its entry day now, none for a new one; ?5: its entry day after the import.
INSERT INTO import_before (batch_id, noun, key, key2, day, before)
VALUES (?1, 'enrollment', ?2, ?3, ?5,
        (SELECT json_object('entry_day', entry_day, 'exit_day', exit_day)
         FROM enrollment WHERE student_id = ?2 AND school_id = ?3 AND entry_day = ?4))
