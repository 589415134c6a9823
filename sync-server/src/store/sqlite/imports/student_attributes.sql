SELECT id, sex, race_ethnicity, english_learner, special_education, section_504, lunch, homeless, foster, zip,
       home_language
FROM student
