INSERT INTO entry (match_id, entry_key, kind, day, at, voided_at, reached, result, outcome, minutes, direction, party,
                   place, reason, activity, number, follow_up, "of", group_id, text, audience, class, measure, was, aim,
                   due, due_week, counted, whom, form, days, factor, source, confidence, need, urgency, item, weekdays,
                   from_minute, to_minute, until)
VALUES (:match_id, :entry_key, :kind, :day, :at, :voided_at, :reached, :result, :outcome, :minutes, :direction, :party,
        :place, :reason, :activity, :number, :follow_up, :of, :group_id, :text, :audience, :class, :measure, :was, :aim,
        :due, :due_week, :counted, :whom, :form, :days, :factor, :source, :confidence, :need, :urgency, :item, :weekdays,
        :from_minute, :to_minute, :until)
ON CONFLICT (match_id, entry_key) DO UPDATE SET voided_at = excluded.voided_at
