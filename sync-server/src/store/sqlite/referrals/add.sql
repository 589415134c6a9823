INSERT INTO referral (id, school_id, student_id, kind, resource_id, to_text, urgency, reason, match_id, entry_key, staff_id, at)
VALUES (:id, :school_id, :student_id, :kind, :resource_id, :to_text, :urgency, :reason, :match_id, :entry_key, :staff_id, :at)
