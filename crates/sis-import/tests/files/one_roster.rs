//! OneRoster sets in folders and zips, whole, dirty and hostile.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use daymark_sis_import::{
    OneRoster, OrgKind, Refused, Role, Source, ZIP_FILES_MAX, read_one_roster, read_one_roster_telling,
};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n\
                    0100,,,Bend ISD,district,,\n0101,,,Bend High,school,,0100\n";
const USERS: &str = "sourcedId,status,orgSourcedIds,role,givenName,familyName,middleName,email,sms,phone,agentSourcedIds,grades\n\
                     007,active,0101,student,Zoë,Nuñez,,,,,\"g1, g2\",09\n\
                     g1,,0100,guardian,Ana,Nuñez,,,,(950) 555 0100,007,\n";
const MANIFEST: &str = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\n";

type NamedText<'a> = (&'a str, &'a str);
type Files<'a> = &'a [NamedText<'a>];

fn folder(files: Files) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn zipped(folder: &Path, files: Files) -> PathBuf {
    let path = folder.join("export.zip");
    let mut zip = ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

fn read(files: Files) -> Result<OneRoster, Refused> {
    read_one_roster(folder(files).path())
}

fn read_zip(files: Files) -> Result<OneRoster, Refused> {
    let folder = TempDir::new().unwrap();
    read_one_roster(&zipped(folder.path(), files))
}

fn problems(users: &str) -> Vec<String> {
    let set = read(&[("orgs.csv", ORGS), ("users.csv", users)]).unwrap();
    set.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn folder_and_zip_give_the_same_people_with_ids_as_they_stand() {
    let files = [("manifest.csv", MANIFEST), ("orgs.csv", ORGS), ("users.csv", USERS)];
    let in_folders =
        [("export/manifest.csv", MANIFEST), ("export/orgs.csv", ORGS), ("export\\Users.CSV", USERS)];
    for set in [read(&files), read_zip(&files), read_zip(&in_folders)].map(Result::unwrap) {
        assert_eq!(
            set.orgs.iter().map(|org| org.kind).collect::<Vec<_>>(),
            [OrgKind::District, OrgKind::School]
        );
        assert_eq!(set.orgs[1].parent.as_deref(), Some("0100"));
        let [student, guardian] = &set.people[..] else { panic!("two people") };
        assert_eq!((student.sourced_id.as_str(), student.role, student.active), ("007", Role::Student, true));
        assert_eq!((student.given.as_str(), student.family.as_str()), ("Zoë", "Nuñez"));
        assert_eq!(
            (&student.agent_ids[..], student.grade.as_deref()),
            (&["g1".into(), "g2".into()][..], Some("09"))
        );
        assert_eq!(student.school_ids, ["0101"]);
        assert_eq!((guardian.role, guardian.phone.as_deref()), (Role::Guardian, Some("(950) 555 0100")));
        assert_eq!((set.problems.len(), set.bad_rows()), (0, 0));
        assert!(set.has_file("users.csv") && !set.has_file("enrollments.csv"));
    }
}

#[test]
fn what_is_missing_is_noted_and_what_is_needed_is_refused() {
    let set = read(&[("orgs.csv", ORGS), ("users.csv", USERS)]).unwrap();
    let notes: Vec<_> = set.notes.iter().map(|note| note.file.as_str()).collect();
    assert_eq!(
        notes,
        [
            "manifest.csv",
            "academicSessions.csv",
            "enrollments.csv",
            "demographics.csv",
            "student_contacts.csv"
        ]
    );
    let sentence = |files: Files| read(files).unwrap_err().to_string();
    assert_eq!(
        sentence(&[("orgs.csv", ORGS)]),
        "users.csv is missing; a OneRoster set needs orgs.csv and users.csv"
    );
    assert_eq!(
        sentence(&[("users.csv", USERS)]),
        "orgs.csv is missing; a OneRoster set needs orgs.csv and users.csv"
    );
}

#[test]
fn another_version_and_a_strange_mode_are_refused_before_any_row() {
    let with_manifest = |manifest: &str| {
        let text = format!("propertyName,value\n{manifest}\n");
        read(&[("manifest.csv", &text), ("orgs.csv", ORGS), ("users.csv", USERS)])
    };
    let version = with_manifest("oneroster.version,1.3").unwrap_err().to_string();
    assert_eq!(
        version,
        "manifest.csv says OneRoster 1.3; 1.1 and 1.2 are read, so choose one of them in the export"
    );
    let mode = with_manifest("oneroster.version,1.1\nfile.users,some").unwrap_err().to_string();
    assert_eq!(mode, "manifest.csv says 'some' of users.csv; expected bulk, delta or absent");
    let promised = with_manifest("oneroster.version,1.1\nfile.enrollments,bulk").unwrap();
    assert_eq!(
        promised.notes[0].to_string(),
        "manifest.csv promises enrollments.csv, which is not in the set"
    );
}

#[test]
fn records_to_be_deleted_are_read_as_no_longer_in_force() {
    for (status, active) in [("", true), ("active", true), ("tobedeleted", false), ("Inactive", false)] {
        let users = format!("sourcedId,status,role,givenName,familyName\n1,{status},student,A,B\n");
        let set = read(&[("orgs.csv", ORGS), ("users.csv", &users)]).unwrap();
        assert_eq!(set.people[0].active, active, "{status}");
    }
}

#[test]
fn a_bad_person_is_named_without_what_is_personal() {
    let header = "sourcedId,status,role,givenName,familyName,grades\n";
    let cases = [
        (
            "1,,student,A,B,\n1,,student,C,D,",
            "users.csv line 3, column sourcedId: expected what stands once in the file; line 2 has the same, found '1'",
        ),
        (
            "1,gone,student,A,B,",
            "users.csv line 2, column status: expected active, tobedeleted, inactive or nothing, found 'gone'",
        ),
        (
            "1,,pupil,A,B,",
            "users.csv line 2, column role: expected one of student, guardian, parent, relative, teacher, aide, counselor, principal, administrator, districtAdministrator, siteAdministrator, systemAdministrator, proctor, found 'pupil'",
        ),
        (
            "1,,student,,,",
            "users.csv line 2, column familyName: expected a given or a family name, found nothing",
        ),
        (
            "1,,student,A,B,\"07,08\"",
            "users.csv line 2, column grades: expected one grade such as KG, 01 or 12, or nothing, found '07,08'",
        ),
        (",,student,A,B,07", "users.csv line 2, column sourcedId: expected an id, found nothing"),
    ];
    for (row, sentence) in cases {
        assert_eq!(problems(&format!("{header}{row}\n")), [sentence]);
    }
    let demographics = "sourcedId,birthDate\n1,3/4/2010\n";
    let set = read(&[("orgs.csv", ORGS), ("users.csv", USERS), ("demographics.csv", demographics)]).unwrap();
    let problem = set.problems[0].to_string();
    assert!(problem.contains("column birthDate") && !problem.contains("3/4/2010"), "{problem}");
}

#[test]
fn names_come_out_as_they_went_in() {
    let long = "ö".repeat(200);
    let names = [
        "O'Brien",
        "Ng",
        "X",
        "Zoe\u{308}",
        "Zoë",
        "مريم",
        "👩\u{200d}👧",
        "\u{202e}Dnah",
        "Mc\"Kay",
        long.as_str(),
    ];
    for name in names {
        let users =
            format!("sourcedId,role,givenName,familyName\n1,student,\"{}\",\n", name.replace('"', "\"\""));
        let set = read(&[("orgs.csv", ORGS), ("users.csv", &users)]).unwrap();
        assert_eq!(set.people[0].given, name);
        assert_eq!(format!("{:?}", set.people[0]), "Person(Student 1)");
    }
}

#[test]
fn a_misspelt_header_is_read_and_noted() {
    let users = "SourceId,role,givenName,familyName,prefferedGivenName,metadata.bus,locker,userIds\n1,student,A,B,Al,,,\n";
    let set = read(&[("orgs.csv", ORGS), ("users.csv", users)]).unwrap();
    assert_eq!(set.people[0].preferred.as_deref(), Some("Al"));
    let notes: Vec<_> =
        set.notes.iter().filter(|note| note.file == "users.csv").map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "users.csv has 'SourceId', read as the column sourcedId",
            "users.csv has 'prefferedGivenName', read as the column preferredGivenName",
            "users.csv has the column 'locker', not used",
        ]
    );
}

#[test]
fn a_familys_language_is_read_from_the_exporters_own_column() {
    let users = "sourcedId,role,givenName,familyName,metadata.language\n\ng1,parent,Ana,Ruiz, Spanish \ng2,parent,Bo,Li,\n";
    let set = read(&[("orgs.csv", ORGS), ("users.csv", users)]).unwrap();
    let read: Vec<_> = set.people.iter().map(|person| (person.line, person.language.as_deref())).collect();
    assert_eq!(read, [(3, Some("Spanish")), (4, None)]);
}

#[test]
fn contacts_are_found_beside_the_folder_too() {
    let outer = TempDir::new().unwrap();
    let inner = outer.path().join("oneroster");
    fs::create_dir(&inner).unwrap();
    fs::write(inner.join("orgs.csv"), ORGS).unwrap();
    fs::write(inner.join("users.csv"), USERS).unwrap();
    let contacts = "student_id,contact_id,relation,primary,lives_with,emergency,priority,restrictions\n\
                    007,g1,Mother,true,,no,2,court order\n007,g2,Father,perhaps,,,,\n";
    fs::write(outer.path().join("student_contacts.csv"), contacts).unwrap();
    let set = read_one_roster(&inner).unwrap();
    let contact = &set.contacts[0];
    assert_eq!((contact.primary, contact.lives_with, contact.emergency), (Some(true), None, Some(false)));
    assert_eq!((contact.priority, contact.restrictions.as_deref()), (Some(2), Some("court order")));
    assert_eq!(
        set.problems[0].to_string(),
        "student_contacts.csv line 3, column primary: expected true, false or nothing, found 'perhaps'"
    );
}

#[test]
fn an_enrollment_keeps_its_dates_and_never_ends_before_it_begins() {
    let enrollments = "sourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n\
                       e1,0101,007,student,2021-08-23,\ne2,0101,007,student,2022-01-04,2021-12-18\n";
    let set = read(&[("orgs.csv", ORGS), ("users.csv", USERS), ("enrollments.csv", enrollments)]).unwrap();
    assert_eq!(set.enrollments[0].begin, Some("2021-08-23".parse().unwrap()));
    assert_eq!(set.enrollments[0].end, None);
    assert_eq!(
        set.problems[0].to_string(),
        "enrollments.csv line 3, column endDate: expected a date not before 2022-01-04, when it begins, found '2021-12-18'"
    );
}

#[test]
fn a_hostile_zip_is_refused_by_name() {
    let many: Vec<(String, &str)> = (0..=ZIP_FILES_MAX).map(|n| (format!("{n}.csv"), "")).collect();
    let many: Vec<NamedText> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let zeros = "0".repeat(10_000_000);
    let cases: Vec<(&str, Vec<NamedText>, &str)> = vec![
        ("too many files", many, "the zip has more than 40 files"),
        (
            "a bomb",
            vec![("orgs.csv", ORGS), ("users.csv", &zeros)],
            "users.csv in the zip swells to more than 200",
        ),
        ("a bomb that nobody would read", vec![("photo.png", &zeros)], "photo.png in the zip swells"),
        (
            "a path out of the zip",
            vec![("../../users.csv", USERS)],
            "the zip holds the path '../../users.csv'",
        ),
        (
            "a Windows path out of the zip",
            vec![("x\\..\\..\\users.csv", USERS)],
            "which leads out of the zip",
        ),
        ("an absolute path", vec![("/etc/users.csv", USERS)], "which leads out of the zip"),
        ("a drive", vec![("C:\\users.csv", USERS)], "which leads out of the zip"),
        (
            "two files of one name",
            vec![("orgs.csv", ORGS), ("users.csv", USERS), ("Users.csv", USERS)],
            "users.csv stands in the set twice",
        ),
        (
            "files in two folders",
            vec![("orgs.csv", ORGS), ("a/users.csv", USERS), ("b/users.csv", USERS)],
            "more than one folder (/, a, b)",
        ),
        ("no OneRoster files", vec![("readme.txt", "hello")], "orgs.csv is missing"),
    ];
    for (name, files, sentence) in cases {
        let refused = read_zip(&files).expect_err(name).to_string();
        assert!(refused.contains(sentence), "{name}: {refused}");
    }
}

#[test]
fn a_file_that_inflates_to_more_than_the_zip_declares_is_stopped() {
    let folder = TempDir::new().unwrap();
    let path = zipped(folder.path(), &[("orgs.csv", ORGS), ("users.csv", USERS)]);
    let mut bytes = fs::read(&path).unwrap();
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&20u32.to_le_bytes());
    fs::write(&path, bytes).unwrap();
    let refused = read_one_roster(&path).unwrap_err().to_string();
    assert_eq!(refused, "users.csv cannot be read: File is larger than its declared uncompressed size");
}

#[test]
fn a_zip_that_is_cut_off_or_changed_is_refused_and_never_half_read() {
    let folder = TempDir::new().unwrap();
    let path = zipped(folder.path(), &[("orgs.csv", ORGS), ("users.csv", USERS)]);
    let whole = fs::read(&path).unwrap();
    let expected = format!("{:?}", read_one_roster(&path).unwrap().people);
    for cut in 4..whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        assert!(read_one_roster(&path).is_err(), "cut at {cut}");
    }
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 0x55;
        fs::write(&path, changed).unwrap();
        if let Ok(set) = read_one_roster(&path) {
            assert_eq!(format!("{:?}", set.people), expected, "changed at {place}");
        }
    }
}

#[test]
fn a_resource_fork_that_a_mac_adds_to_a_zip_is_passed_over() {
    let set =
        read_zip(&[("orgs.csv", ORGS), ("users.csv", USERS), ("__MACOSX/._users.csv", "\0\0")]).unwrap();
    assert_eq!(set.people.len(), 2);
}

#[test]
fn a_single_file_is_told_apart_from_a_set() {
    let folder = folder(&[("users.csv", USERS)]);
    let path = folder.path().join("users.csv");
    assert!(matches!(Source::open(&path), Ok(Source::Csv(_))));
    let refused = read_one_roster(&path).unwrap_err().to_string();
    assert!(refused.starts_with("users.csv is a single file"), "{refused}");
    let nowhere = read_one_roster(&folder.path().join("nowhere")).unwrap_err().to_string();
    assert!(nowhere.starts_with("nowhere cannot be read"), "{nowhere}");
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_is_not_followed() {
    let folder = folder(&[("orgs.csv", ORGS)]);
    let elsewhere = TempDir::new().unwrap();
    fs::write(elsewhere.path().join("secret.csv"), USERS).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("secret.csv"), folder.path().join("users.csv")).unwrap();
    let refused = read_one_roster(folder.path()).unwrap_err().to_string();
    assert_eq!(refused, "users.csv is a link to another place; put the file itself there");
}

#[test]
fn a_reader_is_told_the_inflated_bytes_of_the_set_to_the_last_one() {
    use std::cell::RefCell;
    let folder = TempDir::new().unwrap();
    let many = "none of the set ".repeat(9);
    let files = [("orgs.csv", ORGS), ("users.csv", USERS), ("readme.txt", &*many)];
    let bytes = (ORGS.len() + USERS.len()) as u64;
    let told = RefCell::new(Vec::new());
    read_one_roster_telling(&zipped(folder.path(), &files), &|read, of| told.borrow_mut().push((read, of)))
        .unwrap();
    let told = told.into_inner();
    assert!(told.windows(2).all(|pair| pair[0].0 <= pair[1].0), "it never goes back: {told:?}");
    assert!(told.iter().all(|(_, of)| *of == bytes), "files that are none of the set do not count: {told:?}");
    assert_eq!(told.last(), Some(&(bytes, bytes)));
}
