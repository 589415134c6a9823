INSERT INTO ask_answer (match_id, entry_key, status, text, staff_id, at, seq)
VALUES (:match_id, :entry_key, :status, :text, :staff_id, :at, :seq)
