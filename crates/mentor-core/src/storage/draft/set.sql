INSERT INTO draft (match_id, of_what, text, at) VALUES (:match_id, :of, :text, :at)
ON CONFLICT (match_id, of_what) DO UPDATE SET text = excluded.text, at = excluded.at
