-- As at a first grant: the phone gets the student and the whole record again.
UPDATE match SET granted_seq = ?2, ended_seq = NULL, seq = ?2 WHERE id = ?1
