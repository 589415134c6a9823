SELECT candidate_decision.student_id, decision AS decision, reason AS reason, note AS note, look_again_day,
       rules AS rules, day, staff.name AS by_name, candidate_decision.at AS at
FROM candidate_decision JOIN staff ON staff.id = candidate_decision.staff_id
WHERE candidate_decision.school_id = ?1 AND (?2 IS NULL OR candidate_decision.student_id = ?2)
  AND (?3 = 0 OR candidate_decision.id = (SELECT max(id) FROM candidate_decision AS later
                                          WHERE later.school_id = ?1 AND later.student_id = candidate_decision.student_id))
ORDER BY candidate_decision.id DESC
