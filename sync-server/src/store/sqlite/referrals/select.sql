SELECT referral.id, referral.student_id, referral.resource_id, referral.match_id,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student_name,
       student.grade AS grade, referral.kind AS kind, referral.to_text AS to_text, referral.urgency AS urgency,
       referral.reason AS reason, referral.entry_key AS entry_key,
       step.status AS status, step.consent AS consent, step.outcome AS outcome, step.owner_id AS owner_id,
       step.due_day AS due_day, step.note AS note, owner.name AS owner_name, staff.name AS by_name, step.at AS at
FROM referral
JOIN student ON student.id = referral.student_id
JOIN referral_step AS step
  ON step.id = (SELECT max(id) FROM referral_step WHERE referral_step.referral_id = referral.id)
JOIN staff AS owner ON owner.id = step.owner_id
JOIN staff ON staff.id = step.staff_id
WHERE referral.school_id = ?1
  AND (?2 IS NULL OR referral.student_id = ?2)
  AND (?3 IS NULL OR referral.id = ?3)
ORDER BY step.due_day IS NULL, step.due_day, referral.at, referral.id
