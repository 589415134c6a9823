SELECT mentor_id, day FROM support_check_in WHERE school_id = ?1 ORDER BY day
