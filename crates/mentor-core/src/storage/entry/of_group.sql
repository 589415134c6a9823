SELECT match_id, entry_key FROM entry WHERE group_id = :group_id AND voided_at IS NULL ORDER BY match_id, entry_key
