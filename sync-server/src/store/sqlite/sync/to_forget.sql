-- Whether the match was erased, and whether it is another mentor's.
SELECT EXISTS (SELECT 1 FROM erased_match WHERE id = :match_id),
       EXISTS (SELECT 1 FROM match
               WHERE id = :match_id AND NOT (mentor_id = :mentor_id AND school_id = :school_id))
