-- ?3: with what is for the mentor and the coordinator alone.
WITH its AS (
  SELECT match.id AS id, mentor.name AS mentor FROM match JOIN mentor ON mentor.id = match.mentor_id
  WHERE match.school_id = ?1 AND match.student_id = ?2)
SELECT 'contact', day, at, mentor, kind, outcome, reason, minutes, voided, direction, party, place, follow_up,
       group_id IS NOT NULL, late
FROM its JOIN contact ON match_id = its.id
UNION ALL
SELECT 'door_check', day, at, mentor, result, NULL, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, late
FROM its JOIN door_check ON match_id = its.id
UNION ALL
SELECT 'note', day, at, mentor, class, audience, text, NULL, voided, NULL, NULL, NULL, NULL, 0, late
FROM its JOIN note ON match_id = its.id
WHERE ?3 OR (audience = 'team' AND class = 'shareable')
UNION ALL
SELECT 'recognition', day, 0, mentor, reason, form, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, 0
FROM its JOIN recognition ON match_id = its.id
UNION ALL
SELECT 'ask', day, at, mentor, kind, urgency, text, NULL, voided, NULL, NULL, NULL, NULL, 0, 0
FROM its JOIN ask ON match_id = its.id WHERE ?3
UNION ALL
SELECT 'safety_concern', day, at, mentor, '', NULL, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, 0
FROM its JOIN safety_concern ON match_id = its.id WHERE ?3
ORDER BY 2 DESC, 3 DESC
