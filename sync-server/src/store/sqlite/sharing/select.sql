SELECT sharing_agreement.id, partner, purpose, first_day, last_day, sharing_agreement_end.day, staff.name,
       sharing_agreement.at
FROM sharing_agreement
JOIN staff ON staff.id = sharing_agreement.staff_id
LEFT JOIN sharing_agreement_end ON agreement_id = sharing_agreement.id
WHERE ?1 IS NULL OR sharing_agreement.id = ?1
ORDER BY sharing_agreement.id DESC
