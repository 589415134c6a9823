UPDATE change SET state = 'sent'
WHERE state = 'unsent' AND match_id = ?1 AND position <= (
  SELECT position FROM change WHERE state = 'unsent' AND match_id = ?1 AND substr(hash, 1, 8) = ?2)
