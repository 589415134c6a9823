INSERT INTO family_notice (match_id, kind, language, channel, day, told_by, answered_by, answer, note,
                           scope, purpose, recipient, from_day, until_day, signed_how, staff_id, at)
VALUES (:match_id, :kind, :language, :channel, :day, :told_by, :answered_by, :answer, :note,
        :scope, :purpose, :recipient, :from_day, :until_day, :signed_how, :staff_id, :at)
RETURNING id
