SELECT decision.id, decision.student_id, decision.text AS text, staff.name AS by_name, decision.at AS at,
       (SELECT who.name FROM meeting_decision_taken_back AS back JOIN staff AS who ON who.id = back.staff_id
        WHERE back.decision_id = decision.id) AS taken_back_by
FROM meeting
JOIN meeting_decision AS decision ON decision.meeting_id = meeting.id
JOIN staff ON staff.id = decision.staff_id
WHERE meeting.school_id = ?1 AND meeting.id = ?2
ORDER BY decision.at, decision.rowid
