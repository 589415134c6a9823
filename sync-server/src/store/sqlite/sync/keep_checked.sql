UPDATE record_hash SET checked = :today WHERE match_id = :match_id
