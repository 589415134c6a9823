INSERT INTO import_before (batch_id, noun, key, before)
VALUES (?1, 'school', ?2,
        (SELECT json_object('name', name, 'negative_reporting', negative_reporting, 'recorded_through', recorded_through)
         FROM school WHERE id = ?2))
