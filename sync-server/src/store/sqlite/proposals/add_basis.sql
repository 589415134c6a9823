INSERT INTO match_basis (match_id, basis, because, notice_id, from_day, until_day, day, staff_id, at)
VALUES (:match_id, :basis, :because, :notice_id, :from_day, :until_day, :day, :staff_id, :at)
