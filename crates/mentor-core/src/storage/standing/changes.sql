SELECT match_id, hash, bytes FROM change WHERE state <> 'refused'
