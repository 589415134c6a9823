SELECT id FROM school
