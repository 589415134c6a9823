DELETE FROM departed
WHERE match_id IN (SELECT id FROM match) OR match_id NOT IN (SELECT match_id FROM change WHERE state = 'refused')
