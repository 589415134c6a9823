-- What the mentor's phones held at any time of the period.
SELECT school.sis_id, student.sis_id, count(*), min(match.start_day) * 86400, max(coalesce(match.ended_at, :until)), 'on_phone'
FROM match
JOIN student ON student.id = match.student_id
JOIN school ON school.id = match.school_id
WHERE match.mentor_id = :mentor_id AND match.granted_seq > 0
  AND match.start_day * 86400 < :until AND coalesce(match.ended_at, :until) >= :from
GROUP BY school.sis_id, student.sis_id
ORDER BY 1, 2
