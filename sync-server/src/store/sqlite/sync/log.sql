SELECT log_id, seq FROM school WHERE id = :school_id
