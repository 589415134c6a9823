SELECT wake_up_call.entry_key, outcome, at, change.state
FROM wake_up_call
LEFT JOIN change ON change.match_id = wake_up_call.match_id AND change.entry_key = wake_up_call.entry_key
WHERE wake_up_call.match_id = :match_id AND day = :day AND voided = 0
ORDER BY at, wake_up_call.entry_key
