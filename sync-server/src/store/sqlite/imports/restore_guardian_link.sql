UPDATE student_guardian
SET (relation, is_primary, lives_with, is_emergency, priority, restrictions, active, best_hours, by_contacts,
     interpreter, may_text) =
    (SELECT before ->> 'relation', before ->> 'is_primary', before ->> 'lives_with', before ->> 'is_emergency',
            before ->> 'priority', before ->> 'restrictions', before ->> 'active', before ->> 'best_hours',
            before ->> 'by_contacts', before ->> 'interpreter', before ->> 'may_text'
     FROM import_before WHERE id = ?1),
    seq = ?2
WHERE (student_id, guardian_id) = (SELECT key, key2 FROM import_before WHERE id = ?1)
