-- With the step in force at the end of the last day; ?2 is the moment after it.
SELECT referral.school_id, referral.student_id, student.sis_id AS sis_id, referral.kind AS kind,
       referral.urgency AS urgency, referral.at AS begun_at, step.status AS status, step.at AS at,
       step.due_day AS due_day, owner.name AS owner
FROM referral
JOIN student ON student.id = referral.student_id
JOIN referral_step AS step
  ON step.id = (SELECT max(id) FROM referral_step WHERE referral_step.referral_id = referral.id AND referral_step.at < ?2)
JOIN staff AS owner ON owner.id = step.owner_id
WHERE (?1 IS NULL OR referral.school_id = ?1)
ORDER BY referral.at, referral.rowid
