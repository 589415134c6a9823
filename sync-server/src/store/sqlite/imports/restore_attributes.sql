UPDATE student
SET (sex, race_ethnicity, english_learner, special_education, section_504, lunch, homeless, foster, zip, home_language) =
    (SELECT before ->> 'sex', before ->> 'race_ethnicity', before ->> 'english_learner', before ->> 'special_education',
            before ->> 'section_504', before ->> 'lunch', before ->> 'homeless', before ->> 'foster', before ->> 'zip',
            before ->> 'home_language'
     FROM import_before WHERE id = ?1)
WHERE id = (SELECT key FROM import_before WHERE id = ?1)
