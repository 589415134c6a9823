UPDATE student
SET sex = ?2, race_ethnicity = ?3, english_learner = ?4, special_education = ?5, section_504 = ?6, lunch = ?7,
    homeless = ?8, foster = ?9, zip = ?10, home_language = ?11
WHERE id = ?1
