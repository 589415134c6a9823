//! A school with the real server on a loopback port, its data in a folder of its own, its clock in the test's hand.

use std::path::Path;

use chrono::NaiveDate;
use daymark_demo::{Workshop, import_folder, let_in};
use daymark_domain::{MatchId, MentorId, SchoolDay, SchoolId, StudentId, UserId};
use daymark_mentor_core::sync::{HttpApi, SharedCore, Wanted, look_for_answer, pair};
use daymark_protocol::access::Leaving;
use daymark_server::service::clearing::clear_mentor;
use daymark_server::service::pairing::{self, Progress};
use daymark_server::store::accounts::{NewAccount, Role};
use daymark_server::store::matches::{MatchEnd, NewMatch, StudentSearch};
use daymark_server::store::mentors::NewMentor;
use daymark_server::store::pairing::Revocation;
use daymark_server::store::sessions::SignedIn;
use daymark_server::store::sqlite::PROJECTIONS;
use daymark_test_support::{District, DistrictPlan, generate, write_export};
use daymark_tests::rows::rows_of;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// 14 October 2025, 7:42 in Chicago; a Tuesday.
pub const MORNING: i64 = 1_760_445_720;

pub struct School {
    pub id: SchoolId,
    pub workshop: Workshop,
    pub address: String,
    pub coordinator: UserId,
    pub today: SchoolDay,
    folder: TempDir,
    _stop: oneshot::Sender<()>,
}

impl School {
    /// The middle school of a small district without mentors, serving.
    pub async fn open() -> Self {
        Self::open_with(|_, _| {}).await
    }

    /// The same, with a look at the export before it is imported.
    pub async fn open_with(prepare: impl FnOnce(&District, &Path)) -> Self {
        let today = SchoolDay(NaiveDate::from_ymd_opt(2025, 10, 14).unwrap());
        let plan = DistrictPlan { students: 90, weeks_of_contacts: 0, ..DistrictPlan::demo(today) };
        let district = generate(&plan);
        let export = tempfile::tempdir().unwrap();
        write_export(&district, export.path()).unwrap();
        prepare(&district, export.path());
        let folder = tempfile::tempdir().unwrap();
        let workshop = Workshop::open(folder.path(), MORNING).unwrap();
        import_folder(&workshop, export.path(), plan.zone.name(), MORNING).unwrap();
        let school = workshop.app.store.school_by_sis_id(&district.schools[1].sis_id).await.unwrap().unwrap();
        let coordinator = add_coordinator(&workshop, school.id).await;
        let (address, stop) = serve(&workshop).await;
        Self { id: school.id, workshop, address, coordinator, today, folder, _stop: stop }
    }

    /// Students of the school, by name.
    pub async fn students(&self) -> Vec<StudentId> {
        let search = StudentSearch {
            school_id: self.id,
            day: self.today,
            name: String::new(),
            grade: None,
            limit: 100,
        };
        self.workshop
            .app
            .store
            .find_students(search)
            .await
            .unwrap()
            .into_iter()
            .map(|found| found.id)
            .collect()
    }

    /// A mentor who signed, was screened and trained a month ago.
    pub async fn add_mentor(&self, name: &str) -> MentorId {
        let id = self.add_prospect(name).await;
        let (store, day) = (self.workshop.app.store.as_ref(), self.today.minus(30));
        clear_mentor(store, (self.id, id, name), self.coordinator, day, MORNING).await.unwrap();
        id
    }

    /// A mentor of whom nothing is written down but the name.
    pub async fn add_prospect(&self, name: &str) -> MentorId {
        let new =
            NewMentor { id: MentorId::random(), school_id: self.id, name: name.to_owned(), at: MORNING };
        let id = new.id;
        self.workshop.app.store.add_mentor(new).await.unwrap();
        id
    }

    pub async fn match_with(&self, mentor_id: MentorId, student_id: StudentId) -> MatchId {
        let new = NewMatch {
            id: MatchId::random(),
            school_id: self.id,
            student_id,
            mentor_id,
            start_day: self.today.minus(30),
            wake_up_calls: false,
            rationale: None,
            by: self.coordinator,
            at: MORNING,
        };
        let id = new.id;
        self.workshop.app.store.add_match(new).await.unwrap();
        id
    }

    pub async fn end_match(&self, id: MatchId) {
        let end = MatchEnd {
            id,
            school_id: self.id,
            end_day: self.today,
            reason: "rematch".to_owned(),
            by: self.coordinator,
            at: self.workshop.app.clock.now(),
        };
        assert!(self.workshop.app.store.end_match(end).await.unwrap());
    }

    fn who(&self) -> SignedIn {
        SignedIn {
            staff_id: self.coordinator,
            name: "Coordinator".to_owned(),
            role: Role::Coordinator,
            school_id: self.id,
            form_token: String::new(),
            second_factor_by: None,
        }
    }

    /// How far a pairing has come, as the coordinator's page shows it.
    pub async fn progress(&self, mentor: MentorId) -> Progress {
        pairing::progress(&self.workshop.app, &self.who(), mentor).await.unwrap()
    }

    /// The coordinator says of the phone that waits that its words are others.
    pub async fn say_they_differ(&self, mentor: MentorId) {
        let Progress::Words(asking) = self.progress(mentor).await else { panic!("no phone asks") };
        let app = &self.workshop.app;
        assert!(pairing::say(app, &self.who(), mentor, &asking.phone, false).await.unwrap());
    }

    /// A pairing code, as the coordinator's page shows it.
    pub async fn invite(&self, mentor: MentorId) -> String {
        pairing::invite(&self.workshop.app, &self.who(), mentor).await.unwrap().unwrap().code
    }

    /// Pairs a phone from the code to the coordinator's tap.
    pub async fn pair(&self, core: &SharedCore, mentor: MentorId) {
        let (api, code) = (HttpApi::new(&self.address), self.invite(mentor).await);
        pair(core, &api, self.wanted(&code)).await.unwrap();
        self.let_in().await;
        assert!(look_for_answer(core, &api).await.unwrap(), "the phone is paired");
    }

    /// How a phone is paired here.
    pub fn wanted<'a>(&'a self, code: &'a str) -> Wanted<'a> {
        Wanted { server: &self.address, code, platform: "desktop", language: "en" }
    }

    /// The coordinator says of every phone that waits that its words are the same.
    pub async fn let_in(&self) {
        let_in(&self.workshop.app, self.id, self.coordinator).await.unwrap();
    }

    /// Shuts the mentor's newest phone out.
    pub async fn shut_out(&self, mentor: MentorId, leaving: Leaving) {
        let store = &self.workshop.app.store;
        let device = store.devices_of_mentor(self.id, mentor).await.unwrap()[0].id;
        let revocation =
            Revocation { device, leaving, by: self.coordinator, at: self.workshop.app.clock.now() };
        assert!(store.revoke_device(self.id, revocation).await.unwrap());
    }

    /// A copy of the server's database as it is now, while it runs.
    pub fn backup(&self, to: &Path) {
        let copy = |db: &daymark_sqlite::rusqlite::Connection| {
            let reader = daymark_sqlite::rusqlite::Connection::open(db.path().unwrap())?;
            Ok(reader.execute("VACUUM INTO ?1", [to.to_str().unwrap()])?)
        };
        self.workshop.store.read_blocking(copy).unwrap();
    }

    /// The server is gone, and another one runs with what the backup holds and with the same key.
    pub async fn restore(&mut self, backup: &Path) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(backup, folder.path().join("daymark.sqlite")).unwrap();
        let key = daymark_server::auth::server_key::FILE;
        std::fs::copy(self.folder.path().join(key), folder.path().join(key)).unwrap();
        let now = self.workshop.app.clock.now();
        self.workshop = Workshop::open(folder.path(), now).unwrap();
        self.workshop.store.start_new_logs().unwrap();
        (self.address, self._stop) = serve(&self.workshop).await;
        self.folder = folder;
    }

    /// Where the server's data lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// One figure of the server's database.
    pub fn count(&self, sql: &str) -> i64 {
        let count = |db: &daymark_sqlite::rusqlite::Connection| Ok(db.query_row(sql, [], |row| row.get(0))?);
        self.workshop.store.read_blocking(count).unwrap()
    }
}

impl School {
    /// Every projected row of the server, as text.
    pub fn projected(&self) -> Vec<String> {
        self.workshop.store.read_blocking(|db| Ok(rows_of(db, &PROJECTIONS)?)).unwrap()
    }
}

async fn add_coordinator(workshop: &Workshop, school_id: SchoolId) -> UserId {
    let account = NewAccount {
        id: UserId::random(),
        school_id,
        login: "coordinator".to_owned(),
        name: "Coordinator".to_owned(),
        role: Role::Coordinator,
        password_hash: "never used here".to_owned(),
        at: MORNING,
    };
    let id = account.id;
    workshop.app.store.add_account(account).await.unwrap();
    id
}

async fn serve(workshop: &Workshop) -> (String, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = stopped.await;
    };
    tokio::spawn(daymark_server::serve(listener, workshop.app.clone(), shutdown, None));
    (address, stop)
}
