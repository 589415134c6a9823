UPDATE enrollment
SET (entry_day, exit_day) =
    (SELECT before ->> 'entry_day', before ->> 'exit_day' FROM import_before WHERE id = ?1),
    seq = ?2
WHERE (student_id, school_id, entry_day) = (SELECT key, key2, day FROM import_before WHERE id = ?1)
