INSERT INTO note (match_id, entry_key, day, at, text, audience, class, voided, late)
VALUES (:match_id, :entry_key, :day, :at, :text, :audience, :class, :voided, :late)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
