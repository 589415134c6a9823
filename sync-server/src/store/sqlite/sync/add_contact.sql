INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, minutes, voided, late)
VALUES (:match_id, :entry_key, :kind, :day, :at, :outcome, :minutes, :voided, :late)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
