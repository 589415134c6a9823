INSERT OR REPLACE INTO safety_concern (match_id, entry_key, day, at, voided)
VALUES (:match_id, :entry_key, :day, :at, :voided)
