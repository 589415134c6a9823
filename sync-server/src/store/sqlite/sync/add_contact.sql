INSERT INTO contact (match_id, entry_key, kind, day, at, outcome, minutes, direction, party, place, reason, activity,
                     number, follow_up, follows, group_id, reached, voided, late)
VALUES (:match_id, :entry_key, :kind, :day, :at, :outcome, :minutes, :direction, :party, :place, :reason, :activity,
        :number, :follow_up, :follows, :group_id, :reached, :voided, :late)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided = excluded.voided
