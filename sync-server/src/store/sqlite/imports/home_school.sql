-- The school that the student was last enrolled in: its log tells the phones.
SELECT school_id FROM enrollment WHERE student_id = ?1
ORDER BY exit_day IS NULL DESC, exit_day DESC, entry_day DESC LIMIT 1
