//! The app listens while it is looked at: what a coordinator changes shows on the phone without a tap.

use std::rc::Rc;
use std::time::Duration;

use daymark_mentor_core::api::{FromCore, Reply, Request};
use daymark_mentor_core::host::{Host, Sleep};
use daymark_server::App;
use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::LocalSet;

use crate::phone::Phone;
use crate::school::School;

/// The app at work. Its short pauses are over at once, and what it waits for in vain never ends: news comes by a poke
/// or not at all.
struct AtWork {
    host: Host,
    told: UnboundedReceiver<FromCore>,
    _folder: TempDir,
}

impl AtWork {
    fn start(phone: Phone) -> Self {
        let (tell, told) = unbounded_channel();
        let (core, folder) = phone.into_core();
        let told_by = Rc::new(move |message| {
            let _ = tell.send(message);
        });
        let host = Host::new(core, "desktop", told_by);
        let sleep: Sleep = Rc::new(|time| {
            let is_short = time <= Duration::from_secs(64);
            Box::pin(async move {
                if is_short {
                    tokio::task::yield_now().await;
                } else {
                    std::future::pending().await
                }
            })
        });
        tokio::task::spawn_local(host.clone().run_in_background(sleep));
        Self { host, told, _folder: folder }
    }

    async fn students(&self) -> usize {
        match self.host.answer(Request::Caseload).await {
            Ok(Reply::Caseload(view)) => view.rows.len(),
            other => panic!("{other:?}"),
        }
    }

    /// Looks at every change that the core tells of until there are so many students.
    async fn shows(&mut self, students: usize) {
        while self.students().await != students {
            self.told.recv().await.unwrap();
        }
    }
}

/// Waits until so many phones listen.
async fn listeners(app: &App, wanted: usize) {
    while app.pokes.receiver_count() != wanted {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_match_that_a_coordinator_adds_shows_on_the_phone_without_a_tap() {
    let story = async {
        let school = School::open().await;
        let app = &school.workshop.app;
        let mentor = school.add_mentor("Ana Ruiz").await;
        let students = school.students().await;
        school.match_with(mentor, students[0]).await;
        let mut phone = AtWork::start(Phone::paired(&school, mentor).await);
        phone.shows(1).await;
        listeners(app, 1).await;

        school.match_with(mentor, students[1]).await;
        app.poke(school.id);
        phone.shows(2).await;

        // Put away, the phone holds no line open; taken out again it listens.
        let look = |looked_at| Request::SetLookedAt { looked_at };
        assert_eq!(phone.host.answer(look(false)).await, Ok(Reply::Kept));
        listeners(app, 0).await;
        assert_eq!(phone.host.answer(look(true)).await, Ok(Reply::Kept));
        listeners(app, 1).await;
        school.match_with(mentor, students[2]).await;
        app.poke(school.id);
        phone.shows(3).await;
    };
    LocalSet::new().run_until(story).await;
}

#[tokio::test]
async fn a_phone_takes_one_line_however_often_it_is_poked_and_no_room_for_requests() {
    let story = async {
        let school = School::open().await;
        let app = &school.workshop.app;
        let mentor = school.add_mentor("Ana Ruiz").await;
        let students = school.students().await;
        let mut phone = AtWork::start(Phone::paired(&school, mentor).await);
        listeners(app, 1).await;
        for (n, student) in students.into_iter().take(5).enumerate() {
            school.match_with(mentor, student).await;
            app.poke(school.id);
            app.poke(school.id);
            phone.shows(n + 1).await;
        }
        let metrics = app.metrics.text();
        let lines = metrics.lines().find(|line| line.contains("/v1/events")).unwrap();
        assert!(lines.ends_with(" 1"), "{lines}");
        assert_eq!(app.pokes.receiver_count(), 1);
    };
    LocalSet::new().run_until(story).await;
}
