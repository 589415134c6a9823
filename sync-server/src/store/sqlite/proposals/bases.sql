SELECT basis AS basis, because AS because, until_day, day, staff.name AS by_name, match_basis.at AS at
FROM match_basis LEFT JOIN staff ON staff.id = match_basis.staff_id
WHERE match_id = ?1 ORDER BY match_basis.id
