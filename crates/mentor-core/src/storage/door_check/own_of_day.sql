SELECT entry_key, at, result
FROM door_check
WHERE match_id = :match_id AND day = :day AND voided = 0 AND entry_key GLOB :own
