INSERT OR REPLACE INTO barrier (match_id, entry_key, day, category, factor, source, confidence, resolved_day, voided)
VALUES (:match_id, :entry_key, :day, :category, :factor, :source, :confidence, :resolved_day, :voided)
