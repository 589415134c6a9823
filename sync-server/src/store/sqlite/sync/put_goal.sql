INSERT OR REPLACE INTO goal (match_id, entry_key, day, measure, was, aim, due, result, counted, checked_day, voided)
VALUES (:match_id, :entry_key, :day, :measure, :was, :aim, :due, :result, :counted, :checked_day, :voided)
