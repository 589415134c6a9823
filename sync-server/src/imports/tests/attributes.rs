use super::*;

const GROUPS: &str = "SELECT sis_id, sex, race_ethnicity, english_learner, special_education, section_504, lunch, \
    homeless, foster, zip, home_language, seq FROM student ORDER BY sis_id";
const DEMOGRAPHICS: &str = "sourcedId,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,\
    nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity\n\
    007,2010-03-04,female,false,false,false,false,true,false,true\n\
    008,2009-05-06,male,false,true,false,false,true,false,false\n\
    009,,,,,,,,,\n";

#[test]
fn sex_race_and_ethnicity_come_with_the_roster_and_tell_no_phone() {
    let school = School::imported();
    school.write("oneroster/demographics.csv", DEMOGRAPHICS);
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.added.to_string(), "2 students' attributes");
    assert_eq!(report.corrected.to_string(), "2 students", "their birth dates");
    assert_eq!(
        school.rows(GROUPS),
        [
            "007|female|hispanic_or_latino|-|-|-|-|-|-|-|-|4",
            "008|male|two_or_more|-|-|-|-|-|-|-|-|4",
            "009|-|-|-|-|-|-|-|-|-|-|1"
        ]
    );
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    school.edit("oneroster/demographics.csv", "2009-05-06,male", "2009-05-06,other");
    let report = school.oneroster(&options()).unwrap();
    assert_eq!(report.corrected.to_string(), "1 student's attributes");
    assert_eq!(school.rows(GROUPS)[1], "008|other|two_or_more|-|-|-|-|-|-|-|-|4", "no number of the log");
}

#[test]
fn groups_of_a_file_of_their_own_stand_beside_those_of_the_roster() {
    let school = School::imported();
    school.write("oneroster/demographics.csv", DEMOGRAPHICS);
    school.oneroster(&options()).unwrap();
    let text = "student_id,english_learner,special_education,section_504,lunch,homeless,foster,zip,home_language\n\
        007,true,false,,free,,,02138,Spanish\n009,,,true,paid,true,false,,\n";
    let report = school.students(text).unwrap();
    assert_eq!(
        (report.corrected.to_string(), report.added.to_string()),
        ("1 student's attributes".into(), "1 student's attributes".into())
    );
    assert_eq!(
        school.rows(GROUPS),
        [
            "007|female|hispanic_or_latino|1|0|-|free|-|-|02138|Spanish|4",
            "008|male|two_or_more|-|-|-|-|-|-|-|-|4",
            "009|-|-|-|-|1|paid|1|0|-|-|1"
        ]
    );
    let before = school.everything();
    assert_eq!(school.students(text).unwrap().changes(), 0);
    school.oneroster(&options()).unwrap();
    assert_eq!(school.everything(), before, "and neither file undoes the other");
}

#[test]
fn the_sample_says_which_groups_changed_and_not_to_what() {
    let school = School::imported();
    let report = school.students("student_id,homeless,lunch\n007,true,free\n").unwrap();
    assert_eq!(report.sample[0].what, "007: lunch, homeless");
    let named = problems(school.students("student_id,lunch\n7,free\n"));
    assert_eq!(
        named,
        [
            "students.csv line 2, column student_id: expected the id of a student who is here; import the OneRoster set first, found '7'"
        ]
    );
}
