SELECT settled_day FROM school WHERE id = ?1
