//! A name in whatever script, on its whole way: from the school's export into the server, to a phone, onto its screens and
//! into what leaves the school.

use std::collections::BTreeMap;
use std::path::Path;

use daymark_domain::MatchId;
use daymark_reports::Table;
use daymark_test_support::District;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::phone::Phone;
use crate::school::School;

/// Names that programs were known to spoil.
const HARD: &[&str] = &[
    "Núñez",
    "Nu\u{301}n\u{303}ez",
    "O’Brien",
    "O'Brien",
    "Kaʻiulani",
    "X Æ A-12",
    "李",
    "소연",
    "\u{1109}\u{1169}\u{110b}\u{1167}\u{11ab}",
    "مُحَمَّد",
    "שׁרה",
    "\u{202e}Ana\u{202c}",
    "\u{202e}Ana",
    "Ana\u{2069}\u{202e}",
    "\u{200f}Noor\u{200e}",
    "Аnnа",
    "कमला",
    "க்ஷ",
    "👩‍🚀",
    "👨‍👩‍👧‍👦 Lee",
    "می‌خواهم",
    "Z\u{351}\u{36b}\u{343}\u{36a}oe",
    "İpek",
    "ß",
    "ﬁ",
    "Null",
    "NaN",
    "=SUM(A1)",
    "<b>Bo</b>",
    "&amp;",
    "Anne \"Annie\" Lee",
    "Lee, Ann",
    "D'; DROP",
    "%s",
    "\u{feff}Bo",
    "Ho\u{ad}pe",
    "\u{10ffff}",
];

/// One letter to two hundred, of the scripts that students of one school have, of marks, and of anything else that a file
/// can hold but an end of line.
fn any_name() -> impl Strategy<Value = String> {
    let scripts = [
        ('a', 'z'),
        ('À', 'ž'),
        ('\u{300}', '\u{36f}'),
        ('Α', 'ω'),
        ('А', 'я'),
        ('\u{531}', '\u{587}'),
        ('\u{5b0}', '\u{5ea}'),
        ('\u{610}', '\u{6ff}'),
        ('\u{900}', '\u{97f}'),
        ('\u{e01}', '\u{e4e}'),
        ('\u{1100}', '\u{11ff}'),
        ('\u{1e00}', '\u{1eff}'),
        ('\u{200b}', '\u{200f}'),
        ('\u{202a}', '\u{202e}'),
        ('\u{2066}', '\u{2069}'),
        ('一', '龥'),
        ('가', '힣'),
        ('😀', '🙏'),
        ('\u{1e900}', '\u{1e943}'),
        (' ', '~'),
    ];
    let script = proptest::sample::select(scripts.to_vec());
    let letter = prop_oneof![
        9 => script.prop_flat_map(|(first, last)| proptest::char::range(first, last)),
        1 => any::<char>(),
    ];
    let letters = prop_oneof![Just(1), 2..=20_usize, Just(200)];
    letters.prop_flat_map(move |count| proptest::collection::vec(letter.clone(), count)).prop_map(written)
}

/// As a school's system writes it: in one line, and no spaces around it.
fn written(letters: Vec<char>) -> String {
    let name: String = letters.into_iter().filter(|c| !c.is_control()).collect();
    let name = name.trim();
    if name.is_empty() { "X".to_owned() } else { name.to_owned() }
}

/// So many names: the hard ones in their turn, and as many more of any kind, the same in every run.
fn names(count: usize, first: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let mut any = || any_name().new_tree(&mut runner).unwrap().current();
    let made: Vec<String> = (0..first + count).map(|_| any()).collect();
    let hard = HARD.iter().cycle().map(|name| (*name).to_owned());
    let both = hard.zip(made).flat_map(|(hard, made)| [hard, made]);
    both.skip(first).take(count).collect()
}

type Names = BTreeMap<String, (String, String)>;

/// Gives every student of the middle school another name in the export, and says whose is which, by the school's own ids.
fn rename(district: &District, export: &Path, round: usize) -> Names {
    let students: Vec<_> = district.students.iter().filter(|student| student.school == 1).collect();
    let mut names = names(2 * students.len(), 2 * students.len() * round).into_iter();
    let named: Names = students
        .iter()
        .map(|student| (student.sis_id.clone(), (names.next().unwrap(), names.next().unwrap())))
        .collect();
    let users = export.join("oneroster/users.csv");
    let mut reader = csv::Reader::from_path(&users).unwrap();
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (given, family) = (place("givenName"), place("familyName"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut writer = csv::Writer::from_path(&users).unwrap();
    writer.write_record(&header).unwrap();
    for row in rows {
        let name = named.get(&row[0]);
        let cells = row.iter().enumerate().map(|(n, cell)| match name {
            Some((own, _)) if n == given => own,
            Some((_, own)) if n == family => own,
            _ => cell,
        });
        writer.write_record(cells).unwrap();
    }
    writer.flush().unwrap();
    named
}

#[tokio::test]
async fn a_name_in_any_script_is_the_same_at_the_school_on_the_phone_and_in_what_leaves() {
    for round in 0..2 {
        let mut named = Names::new();
        let school = School::open_with(|district, export| named = rename(district, export, round)).await;
        let ana = school.add_mentor("Ana Ruiz").await;
        let store = &school.workshop.store;
        let mut theirs: BTreeMap<MatchId, &(String, String)> = BTreeMap::new();
        for (sis_id, name) in &named {
            let student = store.student_by_sis_id(sis_id).await.unwrap().unwrap();
            theirs.insert(school.match_with(ana, student).await, name);
        }
        assert!(theirs.len() > 20, "{} students", theirs.len());

        let at_the_school = "SELECT given_name || char(10) || family_name FROM student";
        let stored = store
            .read_blocking(|db| {
                let mut statement = db.prepare(at_the_school)?;
                let names = statement.query_map([], |row| row.get::<_, String>(0))?;
                Ok(names.collect::<Result<Vec<_>, _>>()?)
            })
            .unwrap();
        let phone = Phone::paired(&school, ana).await;
        phone.sync_until_done().await;
        let list: BTreeMap<_, _> =
            phone.caseload().into_iter().map(|row| (row.match_id, row.student)).collect();
        assert_eq!(list.len(), theirs.len(), "all are on the phone");
        for (match_id, (given, family)) in &theirs {
            assert!(stored.contains(&format!("{given}\n{family}")), "{}", given.escape_unicode());
            assert_eq!(list[match_id], format!("{given} {family}"));
            let view = phone.student(*match_id).unwrap();
            assert_eq!((&view.first_name, &view.student), (given, &list[match_id]));
        }
        let mut table = Table::new(&["student"]);
        theirs.values().for_each(|(given, _)| table.row(vec![given.clone()]));
        let read = Table::read(&table.csv().unwrap()).unwrap();
        for (cell, (given, _)) in read.rows().iter().zip(theirs.values()) {
            // What a spreadsheet would compute has a mark before it (P19), and nothing else is different.
            assert!(cell[0] == *given || cell[0] == format!("'{given}"), "{}", given.escape_unicode());
        }
    }
}
