-- Places are given out again once what had them is gone, so the hash has to agree as well.
DELETE FROM spare.change
WHERE NOT EXISTS (SELECT 1 FROM main.change AS now
                  WHERE now.position = spare.change.position AND now.hash = spare.change.hash AND now.state <> 'sent')
