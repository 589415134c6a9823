SELECT match_id FROM record UNION SELECT match_id FROM change
