-- The answer in force to each request, when it is new.
SELECT seq, entry_key, status, text, staff.name, at
FROM ask_answer AS answer JOIN staff ON staff.id = answer.staff_id
WHERE match_id = :match_id AND seq > :cursor
  AND NOT EXISTS (SELECT 1 FROM ask_answer AS later
                  WHERE later.match_id = answer.match_id AND later.entry_key = answer.entry_key AND later.id > answer.id)
ORDER BY seq
