-- Who has left was there all the same.
SELECT 1 FROM staff WHERE school_id = ?1 AND id = ?2 AND role IN ('coordinator', 'team', 'principal')
