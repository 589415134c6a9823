-- What the mentor took back before it was refused asks nothing of anybody.
SELECT position, match_id, bytes, refusal FROM change
WHERE state = 'refused' AND refusal <> 'taken-back'
ORDER BY position DESC
