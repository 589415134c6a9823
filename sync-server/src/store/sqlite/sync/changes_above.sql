SELECT seq, bytes FROM change
WHERE match_id = :match_id AND seq > :cursor AND actor <> :actor
ORDER BY seq, position
