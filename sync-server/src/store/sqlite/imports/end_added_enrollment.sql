-- From its first day on no longer enrolled: a time without a day.
UPDATE enrollment SET exit_day = entry_day, seq = ?2
WHERE (student_id, school_id, entry_day) = (SELECT key, key2, day FROM import_before WHERE id = ?1)
