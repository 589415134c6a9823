SELECT seen.match_id, device_tag, counter
FROM match JOIN seen ON seen.match_id = match.id
WHERE match.school_id = ?1 AND seen.page = ?2
