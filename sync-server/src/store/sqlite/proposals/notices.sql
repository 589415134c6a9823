SELECT kind AS kind, language AS language, channel AS channel, day, told_by AS told_by, answered_by AS answered_by,
       answer AS answer, note AS note, scope AS scope, purpose AS purpose, recipient AS recipient, from_day, until_day,
       signed_how AS signed_how, staff.name AS by_name, family_notice.at AS at
FROM family_notice JOIN staff ON staff.id = family_notice.staff_id
WHERE match_id = ?1 ORDER BY family_notice.id
