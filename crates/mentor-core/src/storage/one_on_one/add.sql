INSERT INTO one_on_one (match_id, entry_key, day, at, minutes, voided)
VALUES (:match_id, :entry_key, :day, :at, :minutes, :voided)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
