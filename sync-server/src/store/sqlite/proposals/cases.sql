SELECT match.id, match.student_id, match.mentor_id, match.start_day, match.end_day, match.expected_end_day,
       match.basis_from, match.basis_until, match.basis AS basis, match.basis_scope AS basis_scope,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student_name,
       coalesce(student.preferred_name, student.given_name) AS given_name,
       student.grade AS grade, mentor.name AS mentor_name, mentor.waits_for AS waits_for, match.status AS status,
       match.rationale AS rationale_text, match.variant AS variant, match_rationale.codes AS codes,
       (match.granted_seq > 0 AND match.ended_seq IS NULL) AS on_phones,
       (SELECT count(*) FROM device WHERE device.mentor_id = mentor.id AND device.revoked_at IS NULL) AS phones,
       (SELECT answer FROM family_notice WHERE family_notice.match_id = match.id ORDER BY id DESC LIMIT 1) AS answer
FROM match
JOIN student ON student.id = match.student_id
JOIN mentor ON mentor.id = match.mentor_id
LEFT JOIN match_rationale ON match_rationale.match_id = match.id
WHERE match.school_id = ?1
  AND ((?2 IS NULL AND match.status <> 'closed') OR match.id = ?2)
ORDER BY CASE match.status WHEN 'proposed' THEN 0 WHEN 'family_notified' THEN 1 WHEN 'paused' THEN 2 ELSE 3 END,
         student.family_name, student.given_name, mentor.name, match.id
