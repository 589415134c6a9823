INSERT OR REPLACE INTO ask (match_id, entry_key, day, at, kind, urgency, text, voided)
VALUES (:match_id, :entry_key, :day, :at, :kind, :urgency, :text, :voided)
