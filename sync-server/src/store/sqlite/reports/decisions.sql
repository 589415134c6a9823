SELECT meeting.school_id, student.sis_id AS sis_id, meeting.day AS day, decision.text AS text
FROM meeting
JOIN meeting_decision AS decision ON decision.meeting_id = meeting.id
LEFT JOIN student ON student.id = decision.student_id
WHERE (?1 IS NULL OR meeting.school_id = ?1) AND meeting.day BETWEEN ?2 AND ?3
  AND decision.id NOT IN (SELECT decision_id FROM meeting_decision_taken_back)
ORDER BY meeting.day, decision.at, decision.rowid
