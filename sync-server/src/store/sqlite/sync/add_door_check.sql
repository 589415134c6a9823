INSERT INTO door_check (match_id, entry_key, day, at, result, voided, late)
VALUES (:match_id, :entry_key, :day, :at, :result, :voided, :late)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
