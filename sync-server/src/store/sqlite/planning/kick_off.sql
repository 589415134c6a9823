SELECT day, minute, place, note FROM kick_off WHERE school_id = ?1 ORDER BY id DESC LIMIT 1
