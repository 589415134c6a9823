INSERT INTO spare.change
SELECT * FROM main.change
WHERE state <> 'sent' AND position > coalesce((SELECT max(position) FROM spare.change), 0)
