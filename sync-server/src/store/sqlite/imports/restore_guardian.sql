-- What staff set by hand since then stands.
UPDATE guardian
SET given_name = before ->> 'given_name',
    family_name = before ->> 'family_name',
    phone = CASE WHEN EXISTS (SELECT 1 FROM hand_set WHERE noun = 'guardian' AND id = guardian.id AND field = 'phone')
                 THEN phone ELSE before ->> 'phone' END,
    language = CASE WHEN EXISTS (SELECT 1 FROM hand_set WHERE noun = 'guardian' AND id = guardian.id AND field = 'language')
                    THEN language ELSE before ->> 'language' END,
    active = before ->> 'active'
FROM import_before
WHERE import_before.id = ?1 AND guardian.id = import_before.key
