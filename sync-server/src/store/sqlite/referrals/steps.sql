SELECT step.status AS status, step.consent AS consent, step.outcome AS outcome, step.owner_id AS owner_id,
       step.due_day AS due_day, step.note AS note, owner.name AS owner_name, staff.name AS by_name, step.at AS at
FROM referral_step AS step
JOIN staff AS owner ON owner.id = step.owner_id
JOIN staff ON staff.id = step.staff_id
WHERE step.referral_id = ?1
ORDER BY step.id DESC
