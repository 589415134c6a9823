SELECT self_check.day, support, standing, note, staff.name AS by_name, at
FROM self_check
JOIN staff ON staff.id = self_check.staff_id
ORDER BY self_check.id DESC
