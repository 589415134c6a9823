SELECT term.match_id, term.last_day, term.reason AS reason, term.note AS note, term.family_told AS family_told,
       staff.name AS by_name, term.at AS at
FROM substitution AS term
JOIN match ON match.id = term.match_id
JOIN staff ON staff.id = term.staff_id
WHERE match.school_id = ?1
ORDER BY term.id DESC
