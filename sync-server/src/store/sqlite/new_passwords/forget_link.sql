DELETE FROM connect_link WHERE staff_id = ?1
