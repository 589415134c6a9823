SELECT sharing_agreement.partner, sharing_agreement.purpose, sharing_agreement.id, school.name, disclosure.as_of,
       disclosure.face, disclosure.digest, staff.name, disclosure.at
FROM disclosure
JOIN sharing_agreement ON sharing_agreement.id = disclosure.agreement_id
JOIN staff ON staff.id = disclosure.staff_id
LEFT JOIN school ON school.id = disclosure.school_id
ORDER BY disclosure.id DESC
