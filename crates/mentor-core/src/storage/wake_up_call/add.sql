INSERT INTO wake_up_call (match_id, entry_key, day, at, outcome, voided)
VALUES (:match_id, :entry_key, :day, :at, :outcome, :voided)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
