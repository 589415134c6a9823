-- Asked at every tap at the door: without statistics SQLite would rather read all entries of the match.
SELECT entry.*, NULL AS state FROM entry INDEXED BY entry_by_kind
WHERE match_id = :match_id AND kind = 'door_check' AND day = :day AND voided_at IS NULL
