INSERT INTO import_before (batch_id, noun, key, before)
VALUES (?1, 'guardian', ?2,
        (SELECT json_object('given_name', given_name, 'family_name', family_name, 'phone', phone,
                            'language', language, 'active', active)
         FROM guardian WHERE id = ?2))
