UPDATE school
SET (name, negative_reporting, recorded_through) =
    (SELECT before ->> 'name', before ->> 'negative_reporting', before ->> 'recorded_through'
     FROM import_before WHERE id = ?1)
WHERE id = (SELECT key FROM import_before WHERE id = ?1)
