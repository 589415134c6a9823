//! Rosters that nobody thought of: schools, families, mentors, matches and what was written, drawn from a seed. Whatever
//! the server sends a phone is searched for every other student.
//!
//! `DAYMARK_ROSTERS=5000` tries so many; `DAYMARK_SEED` is where it begins.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use daymark_demo::{PairedPhone, Pairing, Workshop, import_folder};
use daymark_documents::MatchRecord;
use daymark_domain::{
    Audience, CallOutcome, Contact, ContactKind, DoorResult, MatchId, MentorId, NoteClass, NoteText,
    SchoolDay, SchoolId, StudentId, UserId, What,
};
use daymark_server::service::clearing::clear_mentor;
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::matches::{MatchEnd, NewMatch, StudentSearch};
use daymark_server::store::mentors::NewMentor;
use daymark_server::store::schools::School;
use daymark_test_support::{DistrictPlan, generate, write_export};
use daymark_tests::simulator::chance::Chance;
use tempfile::TempDir;

use crate::canary::{CANARY, plant_in_every_field};
use crate::school::MORNING;

/// How many are drawn when nobody asks for more.
const ROSTERS: u64 = 24;
/// Of each roster so many phones are looked at.
const PHONES: usize = 2;

/// A mentor with what is open, as the coordinator wrote it.
struct Mentor {
    id: MentorId,
    school: SchoolId,
    open: Vec<(MatchId, StudentId)>,
}

/// A district that chance drew.
struct Roster {
    workshop: Workshop,
    chance: Chance,
    today: SchoolDay,
    by: UserId,
    mentors: Vec<Mentor>,
    enrolled: Vec<(SchoolId, StudentId)>,
    _folder: TempDir,
}

impl Roster {
    /// `empty` holds a data folder that has climbed the ladder: to climb it thousands of times would take hours.
    async fn draw(seed: u64, empty: &Path) -> Self {
        let mut chance = Chance::of(seed, 8);
        let today: SchoolDay = "2025-10-14".parse().unwrap();
        let (schools, students) = (1 + chance.below(3), 6 + chance.below(25));
        let plan =
            DistrictPlan { seed, schools, students, weeks_of_contacts: 0, ..DistrictPlan::demo(today) };
        let folder = tempfile::tempdir().unwrap();
        let (export, data) = (folder.path().join("export"), folder.path().join("data"));
        write_export(&generate(&plan), &export).unwrap();
        fs::create_dir(&data).unwrap();
        for file in fs::read_dir(empty).unwrap().map(Result::unwrap) {
            fs::copy(file.path(), data.join(file.file_name())).unwrap();
        }
        let workshop = Workshop::open(&data, MORNING).unwrap();
        import_folder(&workshop, &export, plan.zone.name(), MORNING).unwrap();
        let (by, mentors, enrolled) = (UserId::random(), Vec::new(), Vec::new());
        let mut roster = Self { workshop, chance, today, by, mentors, enrolled, _folder: folder };
        for (n, school) in roster.workshop.app.store.schools().await.unwrap().iter().enumerate() {
            roster.staff(n, school).await;
        }
        roster
    }

    /// A coordinator, and up to three mentors who share the school's students as chance has it.
    async fn staff(&mut self, n: usize, school: &School) {
        let store = self.workshop.app.store.clone();
        self.by = UserId::random();
        let (login, name) = (format!("coordinator{n}"), "Grace Okafor".to_owned());
        let (role, password_hash) = (Role::Coordinator, "never used here".to_owned());
        let account =
            NewAccount { id: self.by, school_id: school.id, login, name, role, password_hash, at: MORNING };
        store.add_account(account).await.unwrap();
        let (name, school_id) = (String::new(), school.id);
        let search = StudentSearch { school_id, day: self.today, name, grade: None, limit: 100 };
        let students = store.find_students(search).await.unwrap();
        self.enrolled.extend(students.iter().map(|student| (school_id, student.id)));
        for _ in 0..=self.chance.below(3) {
            let (id, name) = (MentorId::random(), "Ana Ruiz".to_owned());
            store.add_mentor(NewMentor { id, school_id, name, at: MORNING }).await.unwrap();
            let whose = (school_id, id, "Ana Ruiz");
            clear_mentor(store.as_ref(), whose, self.by, self.today.minus(30), MORNING).await.unwrap();
            self.mentors.push(Mentor { id, school: school_id, open: Vec::new() });
            for student in &students {
                if self.chance.in_thousand(300) {
                    self.match_last(student.id).await;
                }
            }
        }
    }

    /// Matches the newest mentor; a third of all matches are over again.
    async fn match_last(&mut self, student_id: StudentId) {
        let store = self.workshop.app.store.clone();
        let mentor = self.mentors.last_mut().unwrap();
        let new = NewMatch {
            id: MatchId::random(),
            school_id: mentor.school,
            student_id,
            mentor_id: mentor.id,
            start_day: self.today.minus(30),
            wake_up_calls: self.chance.in_thousand(500),
            rationale: Some("Knows the family".to_owned()),
            by: self.by,
            at: MORNING,
        };
        let id = new.id;
        store.add_match(new).await.unwrap();
        if !self.chance.in_thousand(333) {
            return mentor.open.push((id, student_id));
        }
        let (reason, end_day) = ("rematch".to_owned(), self.today);
        let end = MatchEnd { id, school_id: mentor.school, end_day, reason, by: self.by, at: MORNING };
        assert!(store.end_match(end).await.unwrap());
    }

    fn pairing(&self, of: &Mentor) -> Pairing {
        Pairing { school: of.school, mentor: of.id, by: self.by, at: MORNING }
    }

    /// Each mentor writes some of what mentors write; the notes are canaries to everybody else.
    async fn live(&mut self) {
        let app = self.workshop.app.clone();
        let mut chance = self.chance.clone();
        for (n, mentor) in self.mentors.iter().enumerate() {
            let phone = PairedPhone::pair(&app, self.pairing(mentor)).await.unwrap();
            for (match_id, _) in &mentor.open {
                let mut record = MatchRecord::new().unwrap();
                let mut write = |_| {
                    let what = entry(&mut chance, n);
                    record.add_entry(&phone.writer(), self.today, MORNING, &what).unwrap().bytes
                };
                let changes: Vec<_> = (0..2).map(&mut write).collect();
                phone.push(*match_id, &changes).await.unwrap();
            }
        }
    }

    /// All students but those whom this mentor has, by the id that would give them away.
    fn others(&self, mentor: &Mentor) -> BTreeSet<Vec<u8>> {
        let own: BTreeSet<Vec<u8>> = mentor.open.iter().map(|(_, id)| id.as_bytes().to_vec()).collect();
        let all = self.workshop.store.read_blocking(|db| {
            let mut statement = db.prepare("SELECT id FROM student")?;
            let ids = statement.query_map([], |row| row.get(0))?;
            Ok(ids.collect::<Result<BTreeSet<Vec<u8>>, _>>()?)
        });
        all.unwrap().difference(&own).cloned().collect()
    }
}

fn entry(chance: &mut Chance, author: usize) -> What {
    match chance.below(3) {
        0 => What::DoorCheck(DoorResult::Greeted),
        1 => What::Contact(Contact::call(ContactKind::WakeUpCall, CallOutcome::ReachedStudent)),
        _ => {
            let text = NoteText::try_from(note_of(author)).unwrap();
            What::Note { text, audience: Audience::Team, class: NoteClass::Shareable }
        }
    }
}

/// Ends in a full stop, so that none is the beginning of another.
fn note_of(author: usize) -> String {
    format!("a note of mentor {author}.")
}

/// What a phone was sent, and what of it is not its mentor's.
struct Sent {
    bytes: usize,
    planted: usize,
    own: usize,
    found: Vec<String>,
}

/// Plants a canary that no other look has, lets a new phone of the mentor ask for everything and for what is above the
/// middle of the log, and searches.
async fn look(roster: &Roster, nth: usize, given: Option<StudentId>) -> Sent {
    let (app, mentor) = (&roster.workshop.app, &roster.mentors[nth]);
    let phone = PairedPhone::pair(app, roster.pairing(mentor)).await.unwrap();
    let canary = format!("{CANARY}-{nth}-");
    let planted = plant_in_every_field(&roster.workshop.store, mentor.id, &canary);
    if let Some(student_id) = given {
        give(roster, mentor, student_id).await;
    }
    let middle = app.store.log(mentor.school).await.unwrap().seq / 2;
    let mut frames = phone.news(0).await.unwrap();
    frames.extend(phone.news(u64::try_from(middle).unwrap()).await.unwrap());
    let text = String::from_utf8_lossy(&frames);
    let others = roster.others(mentor);
    let mut found: Vec<String> =
        frames.windows(16).filter(|id| others.contains(*id)).map(|_| "an id".to_owned()).collect();
    found.extend(text.match_indices(&canary).map(|(at, _)| text[at..].chars().take(60).collect()));
    let notes = (0..roster.mentors.len()).filter(|author| *author != nth).map(note_of);
    found.extend(notes.filter(|note| text.contains(note)));
    let own = mentor.open.iter().filter(|(_, id)| frames.windows(16).any(|bytes| bytes == id.as_bytes()));
    Sent { bytes: frames.len(), planted, own: own.count(), found }
}

async fn give(roster: &Roster, mentor: &Mentor, student_id: StudentId) {
    let new = NewMatch {
        id: MatchId::random(),
        school_id: mentor.school,
        student_id,
        mentor_id: mentor.id,
        start_day: roster.today,
        wake_up_calls: false,
        rationale: None,
        by: roster.by,
        at: MORNING,
    };
    roster.workshop.app.store.add_match(new).await.unwrap();
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |number| number.parse().unwrap())
}

fn empty_data() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    drop(Workshop::open(folder.path(), MORNING).unwrap());
    folder
}

#[tokio::test]
async fn of_no_roster_that_chance_draws_does_a_phone_get_anything_of_another_student() {
    let (empty, first) = (empty_data(), from_environment("DAYMARK_SEED", 0));
    let rosters = from_environment("DAYMARK_ROSTERS", ROSTERS);
    let (mut phones, mut bytes, mut planted, mut own) = (0, 0, 0, 0);
    for seed in first..first + rosters {
        let mut roster = Roster::draw(seed, empty.path()).await;
        roster.live().await;
        for _ in 0..PHONES {
            let nth = roster.chance.below(roster.mentors.len());
            let sent = look(&roster, nth, None).await;
            assert_eq!(sent.found, Vec::<String>::new(), "seed {seed}, mentor {nth}");
            assert_eq!(sent.own, roster.mentors[nth].open.len(), "seed {seed}: the mentor's own do come");
            (phones, bytes) = (phones + 1, bytes + sent.bytes);
            (planted, own) = (planted + sent.planted, own + sent.own);
        }
    }
    println!(
        "{rosters} rosters, {phones} phones with {own} students, {planted} canaries, {bytes} bytes searched"
    );
    assert!(own as u64 > rosters && planted as u64 > 100 * rosters, "{own} students, {planted} canaries");
}

/// The twin: what is given to the phone is found by the same search.
#[tokio::test]
async fn the_search_of_rosters_finds_a_student_who_is_given_to_the_phone() {
    let empty = empty_data();
    for seed in 0..3 {
        let mut roster = Roster::draw(seed, empty.path()).await;
        roster.live().await;
        let (mentor, others) = (&roster.mentors[0], roster.others(&roster.mentors[0]));
        let here = roster.enrolled.iter().filter(|(school, _)| *school == mentor.school);
        let (_, foreign) = here.clone().find(|(_, id)| others.contains(id.as_bytes().as_slice())).unwrap();
        let sent = look(&roster, 0, Some(*foreign)).await;
        let name = format!("{CANARY}-0- in student.family_name");
        assert!(sent.found.iter().any(|found| found.starts_with(&name)), "{:?}", sent.found);
        assert!(sent.found.contains(&"an id".to_owned()), "{:?}", sent.found);
    }
}
