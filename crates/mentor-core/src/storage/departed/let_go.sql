DELETE FROM change
WHERE state = 'refused'
  AND match_id IN (SELECT match_id FROM departed WHERE at <= ?1 OR change.refusal = 'taken-back')
