SELECT decision.student_id FROM meeting JOIN meeting_decision AS decision ON decision.meeting_id = meeting.id
WHERE meeting.school_id = ?1 AND meeting.id = ?2 AND decision.id = ?3
  AND decision.id NOT IN (SELECT decision_id FROM meeting_decision_taken_back)
