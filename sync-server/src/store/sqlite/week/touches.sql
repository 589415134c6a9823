-- 4: greeted, 3: met, 2: the student answered a call, 1: the family did, 0: tried. The strongest of a day stands for it; all are kept in their tables.
SELECT match_id, day, max(strength)
FROM (
  SELECT door_check.match_id, door_check.day,
         CASE WHEN result IN ('greeted', 'late') THEN 4 ELSE 0 END AS strength
  FROM match JOIN door_check ON door_check.match_id = match.id
  WHERE match.school_id = ?1 AND door_check.day BETWEEN ?2 AND ?3 AND voided = 0
  UNION ALL
  SELECT contact.match_id, contact.day,
         CASE WHEN kind = 'one_on_one' THEN 3 WHEN outcome = 'reached_student' THEN 2
              WHEN outcome = 'reached_guardian' THEN 1 ELSE 0 END
  FROM match JOIN contact ON contact.match_id = match.id
  WHERE match.school_id = ?1 AND contact.day BETWEEN ?2 AND ?3 AND voided = 0
)
GROUP BY match_id, day
