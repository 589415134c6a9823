SELECT position, match_id, bytes, refusal FROM change WHERE state = 'refused' AND position = ?1
