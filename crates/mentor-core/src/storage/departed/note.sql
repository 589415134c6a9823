INSERT OR IGNORE INTO departed (match_id, at)
SELECT DISTINCT match_id, ?1 FROM change WHERE state = 'refused' AND match_id NOT IN (SELECT id FROM match)
