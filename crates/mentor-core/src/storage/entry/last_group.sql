-- With whom the latest group that stands was.
SELECT DISTINCT match_id FROM entry
WHERE voided_at IS NULL AND group_id = (SELECT group_id FROM entry WHERE group_id IS NOT NULL AND voided_at IS NULL
                                        ORDER BY at DESC LIMIT 1)
