INSERT OR REPLACE INTO recognition (match_id, entry_key, day, whom, form, reason, days, voided)
VALUES (:match_id, :entry_key, :day, :whom, :form, :reason, :days, :voided)
