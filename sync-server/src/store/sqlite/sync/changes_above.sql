SELECT seq, bytes FROM change
WHERE match_id = :match_id AND seq > :cursor AND device_id <> :device_id
ORDER BY seq, position
