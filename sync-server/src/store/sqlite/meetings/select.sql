SELECT meeting.id, version.chair_id, meeting.day, meeting.as_of,
       (SELECT count(*) FROM meeting_decision AS decision
        WHERE decision.meeting_id = meeting.id
          AND decision.id NOT IN (SELECT decision_id FROM meeting_decision_taken_back)) AS decisions,
       (SELECT count(*) FROM action_item WHERE action_item.meeting_id = meeting.id) AS actions,
       version.chair_name AS chair_name, version.others AS others, version.checks AS checks, version.id AS version_id
FROM meeting
LEFT JOIN meeting_version AS version
  ON version.id = (SELECT max(id) FROM meeting_version WHERE meeting_version.meeting_id = meeting.id)
WHERE meeting.school_id = ?1 AND (?2 IS NULL OR meeting.id = ?2)
ORDER BY meeting.day DESC
