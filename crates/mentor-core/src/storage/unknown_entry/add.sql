INSERT INTO unknown_entry (match_id, entry_key, day, at, voided)
VALUES (:match_id, :entry_key, :day, :at, :voided)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
