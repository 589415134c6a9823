INSERT INTO field_grant (match_id, field, reason, from_day, until_day, staff_id, at, seq)
VALUES (:match_id, :field, :reason, :from_day, :until_day, :staff_id, :at, :seq)
