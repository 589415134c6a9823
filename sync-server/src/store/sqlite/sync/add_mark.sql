INSERT INTO calendar_mark (match_id, day, mark) VALUES (:match_id, :day, :mark)
