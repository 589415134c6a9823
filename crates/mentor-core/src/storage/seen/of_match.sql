SELECT page, device_tag, counter FROM seen WHERE match_id = ?1
