DELETE FROM change WHERE state = 'refused' AND position = ?1
