SELECT count(*) FILTER (WHERE state = 'unsent'), count(*) FILTER (WHERE state = 'refused' AND refusal <> 'taken-back')
FROM change WHERE state <> 'sent'
