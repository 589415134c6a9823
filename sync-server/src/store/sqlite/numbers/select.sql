SELECT student.id, coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name,
       guardian.id, guardian.given_name || ' ' || guardian.family_name, link.relation, guardian.language, guardian.phone,
       link.restrictions,
       (SELECT max(max(at, coalesce(told_at, 0))) FROM number_event
        WHERE guardian_id = guardian.id AND what IN ('replaced', 'verified', 'retired')),
       EXISTS (SELECT 1 FROM hand_set WHERE noun = 'guardian' AND hand_set.id = guardian.id AND field = 'phone'),
       (SELECT day FROM number_event WHERE guardian_id = guardian.id ORDER BY number_event.id DESC LIMIT 1)
FROM student
JOIN student_guardian AS link ON link.student_id = student.id AND link.active = 1
JOIN guardian ON guardian.id = link.guardian_id AND guardian.active = 1
WHERE EXISTS (SELECT 1 FROM enrollment WHERE enrollment.student_id = student.id AND enrollment.school_id = :school_id)
