SELECT count(*) FILTER (WHERE state = 'unsent'), count(*) FILTER (WHERE state = 'refused')
FROM change WHERE state <> 'sent'
