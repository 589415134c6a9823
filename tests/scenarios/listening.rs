//! The app listens while it is looked at: what a coordinator changes shows on the phone without a tap.

use std::time::Duration;

use daymark_mentor_core::api::{Reply, Request};
use daymark_server::App;
use tokio::task::LocalSet;

use crate::at_work::AtWork;
use crate::phone::Phone;
use crate::school::School;

/// Longer than any pause between two pokes: what takes longer would come by itself.
const LONGEST: Duration = Duration::from_secs(64);

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
        let mut phone = AtWork::start(Phone::paired(&school, mentor).await, LONGEST);
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
        let mut phone = AtWork::start(Phone::paired(&school, mentor).await, LONGEST);
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
