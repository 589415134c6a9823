INSERT INTO import_before (batch_id, noun, key, before)
VALUES (?1, 'attributes', ?2,
        (SELECT json_object('sex', sex, 'race_ethnicity', race_ethnicity, 'english_learner', english_learner,
                            'special_education', special_education, 'section_504', section_504, 'lunch', lunch,
                            'homeless', homeless, 'foster', foster, 'zip', zip, 'home_language', home_language)
         FROM student WHERE id = ?2))
