-- In the order in which they were accepted, so each after those it depends on.
SELECT hash, bytes FROM change WHERE match_id = ?1 ORDER BY seq, position
