SELECT weights, family_first_through FROM matching_rules WHERE school_id = ?1 ORDER BY id DESC LIMIT 1
