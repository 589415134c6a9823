INSERT INTO asked (match_id, starter, day) VALUES (:match_id, :starter, :day)
ON CONFLICT (match_id, starter) DO UPDATE SET day = excluded.day
