SELECT pulse.day, pulse.match_id, pulse.first, pulse.second, pulse.third, pulse.note AS note, staff.name AS by_name,
       coalesce(student.preferred_name, student.given_name) || ' ' || student.family_name AS student_name
FROM support_pulse AS pulse
JOIN staff ON staff.id = pulse.staff_id
LEFT JOIN match ON match.id = pulse.match_id
LEFT JOIN student ON student.id = match.student_id
WHERE pulse.school_id = ?1 AND pulse.mentor_id = ?2
ORDER BY pulse.day DESC, pulse.id DESC
