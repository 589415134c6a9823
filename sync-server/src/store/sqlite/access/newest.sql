SELECT seq FROM school WHERE id = ?1
