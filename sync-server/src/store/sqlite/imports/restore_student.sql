UPDATE student
SET (given_name, middle_name, family_name, preferred_name, birth_day, grade, active) =
    (SELECT before ->> 'given_name', before ->> 'middle_name', before ->> 'family_name', before ->> 'preferred_name',
            before ->> 'birth_day', before ->> 'grade', before ->> 'active'
     FROM import_before WHERE id = ?1),
    seq = ?2
WHERE id = (SELECT key FROM import_before WHERE id = ?1)
