//! A real server with one imported school, its port on this machine, and a clock that the figures step.

use std::net::SocketAddr;
use std::path::PathBuf;

use daymark_demo::{Workshop, import_folder};
use daymark_domain::{MatchId, MentorId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_server::service::clearing::clear_mentor;
use daymark_server::service::imports::ImportDesk;
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::matches::{MatchEnd, NewMatch};
use daymark_server::store::mentors::NewMentor;
use daymark_test_support::{District, DistrictPlan, FixedClock, generate};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::Outcome;
use crate::export::{Recorded, export, school_days};

const DATA: &str = "data";
const FILES: &str = "export";

/// A Friday: the day on which a team opens its page.
const TODAY: &str = "2026-02-06";

pub struct School {
    pub workshop: Workshop,
    pub district: District,
    pub id: SchoolId,
    /// Which of the district's schools it is.
    nth: usize,
    pub coordinator: UserId,
    /// Where the server listens.
    pub address: SocketAddr,
    pub clock: FixedClock,
    folder: TempDir,
    serving: Serving,
}

/// The port, until it is told to stop.
struct Serving {
    stop: oneshot::Sender<()>,
    stopped: JoinHandle<std::io::Result<()>>,
}

/// What is left of a school when nobody serves it any more: its files.
pub struct Closed(TempDir);

impl Closed {
    /// The server's data folder.
    pub fn data(&self) -> PathBuf {
        self.0.path().join(DATA)
    }

    /// A place beside it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The files that the district sent.
    pub fn files(&self) -> PathBuf {
        self.beside(FILES)
    }
}

pub struct Mentor {
    pub id: MentorId,
    pub school: SchoolId,
    pub matches: Vec<MatchId>,
}

/// The plan of a district that looks at its year from the middle.
pub fn plan(schools: usize, students: usize) -> Outcome<DistrictPlan> {
    Ok(DistrictPlan { schools, students, ..DistrictPlan::demo(TODAY.parse()?) })
}

impl School {
    /// One school of so many students, imported at the end of what is recorded.
    pub async fn open(students: usize, recorded: Recorded) -> Outcome<Self> {
        Self::open_in(&plan(1, students)?, students, recorded).await
    }

    /// Of all schools of a district the one whose size is nearest to that.
    pub async fn open_in(plan: &DistrictPlan, students: usize, recorded: Recorded) -> Outcome<Self> {
        let district = generate(plan);
        let nth = (0..district.schools.len())
            .min_by_key(|nth| size_of(&district, *nth).abs_diff(students))
            .ok_or("the district holds no school")?;
        let folder = tempfile::tempdir()?;
        let files = folder.path().join(FILES);
        export(&district, recorded, &files)?;
        let now = match recorded {
            Recorded::HalfYear => district.instant(district.calendar.today, 6 * 3_600),
            Recorded::WholeYear => district.instant(district.calendar.last(), 16 * 3_600),
        };
        let workshop = Workshop::open(&folder.path().join(DATA), now)?;
        import_folder(&workshop, &files, district.plan.zone.name(), now)?;
        let id = school_id(&workshop, &district, nth).await?;
        let coordinator = add_coordinator(&workshop, id, now).await?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let app = workshop.app.clone().with_imports(ImportDesk::in_folder(folder.path())?);
        let (stop, asked) = oneshot::channel();
        let shutdown = async {
            // Gone without a word with the school is as good as asked.
            let _ = asked.await;
        };
        let stopped = tokio::spawn(daymark_server::serve(listener, app, shutdown, None));
        let (clock, serving) = (FixedClock::at(now), Serving { stop, stopped });
        Ok(Self { workshop, district, id, nth, coordinator, address, clock, folder, serving })
    }

    /// Stops serving and lets go of the database, so that another process has it alone.
    pub async fn close(self) -> Outcome<Closed> {
        let Self { workshop, folder, serving, .. } = self;
        // Whoever served has ended already when nobody hears it.
        let _ = serving.stop.send(());
        serving.stopped.await??;
        drop(workshop);
        Ok(Closed(folder))
    }

    /// Sets the clocks of server and phones to a time of day of the school.
    pub fn set_clock(&self, day: SchoolDay, second: u32) {
        let now = self.district.instant(day, second);
        self.workshop.set_clock(now);
        self.clock.set(now);
    }

    /// The school days before today.
    pub fn past(&self) -> &[SchoolDay] {
        &self.district.calendar.past_school_days
    }

    /// All school days of the year.
    pub fn school_days(&self) -> Vec<SchoolDay> {
        school_days(&self.district)
    }

    /// The students whom the programme is for: the most absent ones, but for those who almost never attend.
    pub async fn most_absent(&self, count: usize) -> Outcome<Vec<StudentId>> {
        self.most_absent_of(self.nth, count).await
    }

    async fn most_absent_of(&self, nth: usize, count: usize) -> Outcome<Vec<StudentId>> {
        let mut by_absence: Vec<_> = (0..self.district.students.len())
            .filter(|student| self.district.students[*student].school == nth)
            .map(|student| (self.district.absence_figure(student), student))
            .filter(|(figure, _)| 2 * figure.missed_halves() < figure.enrolled_halves())
            .collect();
        by_absence.sort_by(|(a, _), (b, _)| {
            (b.missed_halves() * a.enrolled_halves()).cmp(&(a.missed_halves() * b.enrolled_halves()))
        });
        let mut found = Vec::with_capacity(count);
        for (_, student) in by_absence.into_iter().take(count) {
            let sis_id = &self.district.students[student].sis_id;
            found.push(
                self.workshop.store.student_by_sis_id(sis_id).await?.ok_or("a student was not imported")?,
            );
        }
        Ok(found)
    }

    /// The export's keys of one of its students and of itself.
    pub fn keys(&self) -> Option<(&str, &str)> {
        let student = self.district.students.iter().find(|student| student.school == self.nth)?;
        Some((&student.sis_id, &self.district.schools[self.nth].sis_id))
    }

    /// How many students it has.
    pub fn students(&self) -> usize {
        size_of(&self.district, self.nth)
    }

    /// Their matches ended so many seconds ago: what they sent is there, and nothing is taken for it any more.
    pub async fn mentor_left(&self, mentor: &Mentor, seconds_ago: i64) -> Outcome {
        let (at, end_day) = (self.clock.now() - seconds_ago, self.district.calendar.last_school_day());
        for &id in &mentor.matches {
            let (school_id, reason, by) = (mentor.school, "moved".to_owned(), self.coordinator);
            let end = MatchEnd { id, school_id, end_day, reason, by, at };
            if !self.workshop.app.store.end_match(end).await? {
                return Err("a match could not be ended".into());
            }
        }
        Ok(())
    }

    /// A mentor with these students since the first school day.
    pub async fn add_mentor(&self, students: &[StudentId]) -> Outcome<Mentor> {
        self.add_mentor_of(self.id, students).await
    }

    /// A mentor of each other school of the district, with its most absent students.
    pub async fn add_mentors_elsewhere(&self, caseload: usize) -> Outcome<Vec<Mentor>> {
        let mut mentors = Vec::new();
        for nth in (0..self.district.schools.len()).filter(|nth| *nth != self.nth) {
            let (id, students) = (
                school_id(&self.workshop, &self.district, nth).await?,
                self.most_absent_of(nth, caseload).await?,
            );
            mentors.push(self.add_mentor_of(id, &students).await?);
        }
        Ok(mentors)
    }

    async fn add_mentor_of(&self, school: SchoolId, students: &[StudentId]) -> Outcome<Mentor> {
        let (store, at) = (&self.workshop.app.store, self.clock.now());
        let mut mentor =
            Mentor { id: MentorId::random(), school, matches: Vec::with_capacity(students.len()) };
        store
            .add_mentor(NewMentor { id: mentor.id, school_id: school, name: "Ana Ruiz".to_owned(), at })
            .await?;
        let (whose, day) = ((school, mentor.id, "Ana Ruiz"), self.district.calendar.today.minus(30));
        clear_mentor(store.as_ref(), whose, self.coordinator, day, at).await?;
        for &student_id in students {
            let id = MatchId::random();
            let new = NewMatch {
                id,
                school_id: school,
                student_id,
                mentor_id: mentor.id,
                start_day: self.district.calendar.first(),
                wake_up_calls: true,
                rationale: None,
                by: self.coordinator,
                at,
            };
            store.add_match(new).await?;
            mentor.matches.push(id);
        }
        Ok(mentor)
    }
}

fn size_of(district: &District, nth: usize) -> usize {
    district.students.iter().filter(|student| student.school == nth).count()
}

async fn school_id(workshop: &Workshop, district: &District, nth: usize) -> Outcome<SchoolId> {
    let school = workshop.app.store.school_by_sis_id(&district.schools[nth].sis_id).await?;
    Ok(school.ok_or("the export does not hold that school")?.id)
}

/// Sessions are begun past the sign-in form, so nobody ever needs the password.
async fn add_coordinator(workshop: &Workshop, school_id: SchoolId, at: i64) -> Outcome<UserId> {
    let id = UserId::random();
    let account = NewAccount {
        id,
        school_id,
        login: "coordinator".to_owned(),
        name: "Grace Okafor".to_owned(),
        role: Role::Coordinator,
        password_hash: String::new(),
        at,
    };
    workshop.app.store.add_account(account).await?;
    Ok(id)
}
