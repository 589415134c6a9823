INSERT INTO matching_rules (school_id, weights, family_first_through, staff_id, at) VALUES (?1, ?2, ?3, ?4, ?5)
