INSERT INTO import_before (batch_id, noun, key, before)
VALUES (?1, 'student', ?2,
        (SELECT json_object('given_name', given_name, 'middle_name', middle_name, 'family_name', family_name,
                            'preferred_name', preferred_name, 'birth_day', birth_day, 'grade', grade, 'active', active)
         FROM student WHERE id = ?2))
