SELECT seq, id FROM erased_match WHERE mentor_id = :mentor_id AND school_id = :school_id AND seq > :cursor
