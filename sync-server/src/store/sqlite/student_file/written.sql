-- What staff wrote and decided about the student, from every page on which they can. Support of mentors is not here: it is
-- about the mentor. Where only a moment is kept it stands in place of the day: which day that was is the school's to say.
SELECT 'candidate', day, decision || ' ' || reason, note, staff.name, NULL
FROM candidate_decision JOIN staff ON staff.id = staff_id
WHERE candidate_decision.school_id = ?1 AND student_id = ?2
UNION ALL
SELECT 'profile', NULL, '', nullif(trim(interests || ' ' || strengths || ' ' || preferences), ''), staff.name, at
FROM mentee_profile JOIN staff ON staff.id = staff_id
WHERE mentee_profile.school_id = ?1 AND student_id = ?2
UNION ALL
SELECT 'notice', day, kind || ' ' || answer || ' ' || channel, family_notice.note, staff.name, NULL
FROM family_notice JOIN match ON match.id = match_id JOIN staff ON staff.id = family_notice.staff_id
WHERE match.school_id = ?1 AND match.student_id = ?2
UNION ALL
SELECT 'step', day, step || coalesce(' ' || reason, ''), match_step.note, staff.name, NULL
FROM match_step JOIN match ON match.id = match_id LEFT JOIN staff ON staff.id = match_step.staff_id
WHERE match.school_id = ?1 AND match.student_id = ?2
UNION ALL
SELECT 'review', day, decision || ' ' || student_wish, nullif(trim(coalesce(works, '') || ' ' || coalesce(change, '')), ''), staff.name, NULL
FROM match_review JOIN match ON match.id = match_id JOIN staff ON staff.id = match_review.staff_id
WHERE match.school_id = ?1 AND match.student_id = ?2
UNION ALL
SELECT 'closing', day, step || ' ' || state, closing_step.note, who, NULL
FROM closing_step JOIN match ON match.id = match_id
WHERE match.school_id = ?1 AND match.student_id = ?2
UNION ALL
SELECT 'hand_over', NULL, '', text, staff.name, hand_over.at
FROM hand_over JOIN match ON match.id = match_id JOIN staff ON staff.id = hand_over.staff_id
WHERE match.school_id = ?1 AND match.student_id = ?2
UNION ALL
SELECT 'decision', meeting.day, CASE WHEN back.decision_id IS NULL THEN '' ELSE 'taken_back' END, text, staff.name, NULL
FROM meeting_decision JOIN meeting ON meeting.id = meeting_id JOIN staff ON staff.id = meeting_decision.staff_id
LEFT JOIN meeting_decision_taken_back AS back ON back.decision_id = meeting_decision.id
WHERE meeting.school_id = ?1 AND student_id = ?2
UNION ALL
SELECT 'action', meeting.day, action_step.state, action_item.text || coalesce(' · ' || action_step.note, ''), staff.name, action_item.at
FROM action_item
JOIN action_step ON action_step.id = (SELECT max(id) FROM action_step AS step WHERE step.action_id = action_item.id)
JOIN staff ON staff.id = action_step.owner_id
LEFT JOIN meeting ON meeting.id = action_item.meeting_id
WHERE action_item.school_id = ?1 AND student_id = ?2
UNION ALL
SELECT 'celebration', day, whom || ' ' || form, NULL, staff.name, NULL
FROM celebration JOIN staff ON staff.id = staff_id
WHERE celebration.school_id = ?1 AND student_id = ?2
UNION ALL
SELECT 'grant', from_day, field, field_grant.reason, staff.name, NULL
FROM field_grant JOIN match ON match.id = match_id JOIN staff ON staff.id = field_grant.staff_id
WHERE match.school_id = ?1 AND match.student_id = ?2
