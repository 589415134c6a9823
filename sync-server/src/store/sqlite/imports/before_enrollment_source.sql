INSERT INTO import_before (batch_id, noun, key, before)
VALUES (?1, 'enrollment_source', ?2,
        (SELECT json_object('rows', rows) FROM enrollment_source WHERE student_id = ?2))
