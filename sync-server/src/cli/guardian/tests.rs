use clap::Parser;

use super::*;
use crate::imports::tests::{School, options};

#[derive(Parser)]
struct Command {
    #[command(subcommand)]
    guardian: GuardianCommand,
}

/// A command line; what is in quotes is one word.
fn typed(line: &str) -> Result<GuardianCommand, clap::Error> {
    let parts = line.split('"').enumerate().flat_map(|(n, part)| match n % 2 {
        0 => part.split_whitespace().collect::<Vec<_>>(),
        _ => vec![part],
    });
    Command::try_parse_from(["guardian"].into_iter().chain(parts)).map(|command| command.guardian)
}

async fn run(school: &School, line: &str) -> Result<(), String> {
    let data = school.folder();
    let line = format!("{line} --data {}", data.display());
    typed(&line).unwrap().run().await.map_err(|error| error.to_string())
}

const G1: &str = "SELECT phone, language FROM guardian WHERE sis_id = 'g1'";
const TOLD: &str =
    "SELECT max(seq) FROM student_guardian WHERE guardian_id = (SELECT id FROM guardian WHERE sis_id = 'g1')";

#[tokio::test]
async fn a_number_that_staff_type_stands_against_every_import_until_it_is_released_and_phones_are_told() {
    let school = School::imported();
    let before = school.rows(TOLD);
    run(&school, r#"set --guardian g1 --phone "(950) 555 0777" --language Spanish --by Pat"#).await.unwrap();
    assert_eq!(school.rows(G1), ["(950) 555 0777|Spanish"]);
    assert_ne!(school.rows(TOLD), before, "its link has a new number of the school's log");
    school.edit("oneroster/users.csv", "(950) 555 0100", "(950) 555 0101");
    assert_eq!(school.oneroster(&options()).unwrap().changes(), 0);
    assert_eq!(school.rows(G1), ["(950) 555 0777|Spanish"]);
    run(&school, "release --student 007 --guardian g1 --phone").await.unwrap();
    school.oneroster(&options()).unwrap();
    assert_eq!(school.rows(G1), ["(950) 555 0101|Spanish"]);
}

#[tokio::test]
async fn who_set_it_is_noted_at_the_students_school_without_the_number() {
    let school = School::imported();
    run(&school, r#"set --guardian g1 --phone "(950) 555 0777" --by Pat"#).await.unwrap();
    let noted = "SELECT what, by_name, detail, student.sis_id, school.sis_id FROM access_event \
        JOIN student ON student.id = student_id JOIN school ON school.id = access_event.school_id";
    assert_eq!(school.rows(noted), ["guardian_set|Pat|g1 phone|007|0101"]);
}

#[tokio::test]
async fn whoever_is_unknown_is_refused_with_a_sentence_and_nothing_changes() {
    let school = School::imported();
    let before = school.rows(G1);
    let cases = [
        ("set --guardian g99 --no-phone", "no guardian has the SIS id 'g99'"),
        ("set --student 99 --no-phone", "no student has the SIS id '99'"),
        ("set --guardian g1 --student 008 --no-phone", "g1 is no guardian of 008"),
        ("set --student 008 --no-phone", "008 has 0 guardians"),
        ("set --guardian g1 --phone 911", "no number that can be called"),
        (r#"set --guardian g1 --language " ""#, "a language is a word or two"),
    ];
    for (line, expected) in cases {
        let refused = run(&school, line).await.unwrap_err();
        assert!(refused.contains(expected), "{line}: {refused}");
        assert!(!refused.contains("911"), "{refused}");
    }
    assert_eq!(school.rows(G1), before);
}

#[test]
fn a_command_says_whom_and_what() {
    for wrong in [
        "set --data d --phone 5550100",
        "set --data d --guardian g1",
        "set --data d --guardian g1 --phone 5550100 --no-phone",
        "release --data d --guardian g1",
        "list --data d",
    ] {
        assert!(typed(wrong).is_err(), "{wrong}");
    }
}
