SELECT seq, page, device_tag, counter FROM seen WHERE match_id = :match_id AND seq > :cursor ORDER BY seq, page, device_tag
