-- In the order in which they were accepted, so each after those it depends on.
SELECT bytes FROM change WHERE match_id = :match_id ORDER BY seq, position
