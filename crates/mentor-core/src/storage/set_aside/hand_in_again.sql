UPDATE change SET state = 'unsent', refusal = NULL
WHERE match_id = ?1 AND state = 'refused' AND refusal = 'not-your-match'
