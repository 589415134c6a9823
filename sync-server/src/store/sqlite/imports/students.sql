SELECT id, sis_id, given_name, middle_name, family_name, preferred_name, birth_day, grade, active FROM student
