SELECT interests, strengths, preferences, availability FROM mentee_profile
WHERE school_id = ?1 AND student_id = ?2 ORDER BY id DESC LIMIT 1
