SELECT 1
WHERE EXISTS (SELECT 1 FROM mentor WHERE id = ?3 AND school_id = ?1)
  AND EXISTS (SELECT 1 FROM enrollment JOIN student ON student.id = student_id
              WHERE student_id = ?2 AND school_id = ?1 AND student.active = 1)
