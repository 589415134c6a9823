INSERT INTO referral_step (referral_id, status, consent, outcome, owner_id, due_day, note, staff_id, at)
VALUES (:referral_id, :status, :consent, :outcome, :owner_id, :due_day, :note, :staff_id, :at)
