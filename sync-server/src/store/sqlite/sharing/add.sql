INSERT INTO sharing_agreement (partner, purpose, first_day, last_day, staff_id, at)
VALUES (:partner, :purpose, :first_day, :last_day, :staff_id, :at)
