-- Numbers that were found wrong, and at which nobody was reached since.
SELECT DISTINCT number FROM entry AS wrong INDEXED BY entry_of_wrong_number
WHERE match_id = :match_id AND outcome = 'wrong_number' AND number IS NOT NULL AND voided_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM entry AS later INDEXED BY entry_by_number
                  WHERE later.match_id = wrong.match_id AND later.number = wrong.number AND later.voided_at IS NULL
                    AND later.reached IN ('student', 'family') AND later.at >= wrong.at)
