UPDATE access_event SET student_salt = ?2, detail_salt = ?3, hash = ?4 WHERE id = ?1
