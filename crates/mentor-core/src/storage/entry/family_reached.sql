SELECT max(day) AS day FROM entry WHERE match_id = :match_id AND voided_at IS NULL AND reached = 'family'
