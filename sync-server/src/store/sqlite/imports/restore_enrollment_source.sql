UPDATE enrollment_source SET rows = (SELECT before ->> 'rows' FROM import_before WHERE id = ?1)
WHERE student_id = (SELECT key FROM import_before WHERE id = ?1)
