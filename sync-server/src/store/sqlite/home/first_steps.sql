SELECT 'help_numbers' WHERE EXISTS (SELECT 1 FROM safety_contact WHERE school_id = ?1)
UNION ALL
SELECT 'roster' WHERE EXISTS (SELECT 1 FROM enrollment WHERE school_id = ?1)
UNION ALL
SELECT 'calendar' WHERE EXISTS (SELECT 1 FROM calendar_day WHERE school_id = ?1)
UNION ALL
SELECT 'attendance' WHERE EXISTS (SELECT 1 FROM school WHERE id = ?1 AND recorded_through IS NOT NULL)
UNION ALL
SELECT 'candidates' WHERE EXISTS (SELECT 1 FROM candidate_decision WHERE school_id = ?1)
UNION ALL
SELECT 'mentor' WHERE EXISTS (SELECT 1 FROM mentor WHERE school_id = ?1)
UNION ALL
SELECT 'agreement' WHERE EXISTS (
  SELECT 1 FROM mentor_agreement JOIN mentor ON mentor.id = mentor_id WHERE school_id = ?1)
UNION ALL
SELECT 'match' WHERE EXISTS (SELECT 1 FROM match WHERE school_id = ?1)
UNION ALL
SELECT 'phone' WHERE EXISTS (
  SELECT 1 FROM device JOIN mentor ON mentor.id = mentor_id WHERE school_id = ?1)
