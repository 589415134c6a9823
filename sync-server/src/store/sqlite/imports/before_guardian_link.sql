INSERT INTO import_before (batch_id, noun, key, key2, before)
VALUES (?1, 'guardian_link', ?2, ?3,
        (SELECT json_object('relation', relation, 'is_primary', is_primary, 'lives_with', lives_with,
                            'is_emergency', is_emergency, 'priority', priority, 'restrictions', restrictions,
                            'active', active, 'best_hours', best_hours, 'by_contacts', by_contacts,
                            'interpreter', interpreter, 'may_text', may_text)
         FROM student_guardian WHERE student_id = ?2 AND guardian_id = ?3))
