-- ?3: with what is for the mentor and the coordinator alone; ?4: with notes for the team.
WITH its AS (
  SELECT match.id AS id, mentor.name AS mentor FROM match JOIN mentor ON mentor.id = match.mentor_id
  WHERE match.school_id = ?1 AND match.student_id = ?2),
came_late AS (
  SELECT DISTINCT handed_in.match_id, entry_key FROM its JOIN handed_in ON handed_in.match_id = its.id WHERE entry_key IS NOT NULL)
SELECT 'contact', day, at, mentor, kind, outcome, reason, minutes, voided, direction, party, place, follow_up,
       group_id IS NOT NULL, late, moment.match_id IS NOT NULL, came_late.match_id IS NOT NULL
FROM its JOIN contact ON contact.match_id = its.id LEFT JOIN uncertain_time AS moment USING (match_id, entry_key)
  LEFT JOIN came_late USING (match_id, entry_key)
UNION ALL
SELECT 'door_check', day, at, mentor, result, NULL, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, late, moment.match_id IS NOT NULL, came_late.match_id IS NOT NULL
FROM its JOIN door_check ON door_check.match_id = its.id LEFT JOIN uncertain_time AS moment USING (match_id, entry_key)
  LEFT JOIN came_late USING (match_id, entry_key)
UNION ALL
SELECT 'note', day, at, mentor, class, audience, text, NULL, voided, NULL, NULL, NULL, NULL, 0, late, moment.match_id IS NOT NULL, came_late.match_id IS NOT NULL
FROM its JOIN note ON note.match_id = its.id LEFT JOIN uncertain_time AS moment USING (match_id, entry_key)
  LEFT JOIN came_late USING (match_id, entry_key)
WHERE ?3 OR (?4 AND audience = 'team' AND class = 'shareable')
UNION ALL
SELECT 'recognition', day, 0, mentor, reason, form, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, 0, 0, came_late.match_id IS NOT NULL
FROM its JOIN recognition ON recognition.match_id = its.id LEFT JOIN came_late USING (match_id, entry_key)
UNION ALL
SELECT 'ask', day, at, mentor, kind, urgency, text, NULL, voided, NULL, NULL, NULL, NULL, 0, 0, moment.match_id IS NOT NULL, came_late.match_id IS NOT NULL
FROM its JOIN ask ON ask.match_id = its.id LEFT JOIN uncertain_time AS moment USING (match_id, entry_key)
  LEFT JOIN came_late USING (match_id, entry_key) WHERE ?3
UNION ALL
SELECT 'safety_concern', day, at, mentor, '', NULL, NULL, NULL, voided, NULL, NULL, NULL, NULL, 0, 0, moment.match_id IS NOT NULL, came_late.match_id IS NOT NULL
FROM its JOIN safety_concern ON safety_concern.match_id = its.id LEFT JOIN uncertain_time AS moment USING (match_id, entry_key)
  LEFT JOIN came_late USING (match_id, entry_key) WHERE ?3
ORDER BY 2 DESC, 3 DESC
