//! A phone that is out of touch: past its lease it shows nobody, what waits is sent, and the school's next word opens it.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use daymark_domain::{DoorResult, MatchId};
use daymark_mentor_core::api::{Access, Failure, Pin, Reply, Request};
use daymark_mentor_core::host::{Keeper, Platform};
use daymark_mentor_core::lock::lease::TERM_OF_A_WINDOW;
use daymark_mentor_core::lock::{Effort, FileSecret};
use daymark_mentor_core::open::Folder;
use daymark_server::store::settings::NewSetting;
use daymark_test_support::FixedClock;
use tempfile::TempDir;

use crate::school::{MORNING, School};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const PIN: &str = "481516";

/// The whole app behind its lock, with both clocks in the scenario's hand.
struct App {
    keeper: Keeper,
    wall: FixedClock,
    ticks: Rc<Cell<i64>>,
    _folder: TempDir,
}

impl App {
    fn new(platform: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (wall, ticks) = (FixedClock::at(MORNING), Rc::new(Cell::new(0)));
        let keeper = Keeper::new(lent(platform, folder.path(), &wall, &ticks), |_| {}).unwrap();
        Self { keeper, wall, ticks, _folder: folder }
    }

    /// Paired a while ago: it has been in touch once more since.
    async fn of(school: &School, platform: &'static str, mentor: daymark_domain::MentorId) -> Self {
        let app = Self::paired(school, platform, mentor).await;
        app.goes_by(school, HOUR);
        app.asked(Request::Sync).await;
        app
    }

    /// Paired with the school's server, behind a PIN, with its students.
    async fn paired(school: &School, platform: &'static str, mentor: daymark_domain::MentorId) -> Self {
        let app = Self::new(platform);
        app.keeper.begin().await.unwrap();
        let (server, code) = (school.address.clone(), school.invite(mentor).await);
        app.asked(Request::Pair { server, code, language: "en".to_owned() }).await;
        school.let_in().await;
        app.asked(Request::LookForPairing).await;
        assert_eq!(app.keeper.access(), Access::PinWanted);
        app.asked(Request::SetPin { pin: Pin::typed(PIN) }).await;
        assert_eq!(app.keeper.access(), Access::Open);
        app
    }

    async fn asked(&self, request: Request) -> Reply {
        self.keeper.answer(request).await.unwrap()
    }

    /// How many students it shows; none: nothing is shown at all.
    async fn shows(&self) -> Option<usize> {
        match self.keeper.answer(Request::Caseload).await {
            Ok(Reply::Caseload(view)) => Some(view.rows.len()),
            Err(Failure::Locked) => None,
            other => panic!("{other:?}"),
        }
    }

    async fn greets(&self, match_id: MatchId, school: &School) {
        let request = Request::RecordDoorCheck { match_id, day: school.today, result: DoorResult::Greeted };
        assert!(matches!(self.asked(request).await, Reply::Saved { .. }));
    }

    async fn unsent(&self) -> u32 {
        match self.asked(Request::Status).await {
            Reply::Status(status) => status.unsent,
            other => panic!("{other:?}"),
        }
    }

    /// So much time goes by everywhere, with the phone put away and out of touch.
    fn goes_by(&self, school: &School, seconds: i64) {
        self.wall.advance(seconds);
        self.ticks.set(self.ticks.get() + seconds);
        school.workshop.set_clock(school.workshop.app.clock.now() + seconds);
    }
}

/// A phone on which stretching a PIN takes for ever, so that its PIN costs as little as any may.
fn slow_phone() -> Effort {
    let went_by = Cell::new(0);
    Effort::Measured(Rc::new(move || {
        went_by.set(went_by.get() + 600);
        Duration::from_secs(went_by.get())
    }))
}

fn lent(platform: &'static str, folder: &Path, wall: &FixedClock, ticks: &Rc<Cell<i64>>) -> Platform {
    let (wall, ticks) = (wall.clone(), ticks.clone());
    Platform {
        name: platform,
        place: Box::new(Folder::at(folder)),
        install: None,
        secret: Rc::new(FileSecret::in_folder(folder)),
        effort: slow_phone(),
        clock: Rc::new(move || wall.now()),
        ticks: Rc::new(move || Duration::from_secs(u64::try_from(ticks.get()).unwrap())),
        // Longer than anything that the server signs, so that nothing here happens by the phone's own term.
        term: 10 * TERM_OF_A_WINDOW,
        sleep: Rc::new(|_| Box::pin(tokio::task::yield_now())),
    }
}

#[tokio::test]
async fn a_phone_that_is_not_heard_from_after_its_pairing_shows_nobody_a_day_later() {
    for (platform, term) in [("desktop", 14 * DAY), ("web", 3 * DAY)] {
        let school = School::open().await;
        let mentor = school.add_mentor("Ana Ruiz").await;
        school.match_with(mentor, school.students().await[0]).await;
        let phone = App::paired(&school, platform, mentor).await;
        phone.asked(Request::Sync).await;
        phone.goes_by(&school, DAY);
        assert_eq!(phone.shows().await, Some(1), "{platform}: its last second counts");
        phone.goes_by(&school, 1);
        assert_eq!(phone.shows().await, None, "{platform}");

        phone.asked(Request::Sync).await;
        phone.goes_by(&school, term);
        assert_eq!(
            phone.shows().await,
            Some(1),
            "{platform}: from the next contact on it has the whole term"
        );
        phone.goes_by(&school, 1);
        assert_eq!(phone.shows().await, None, "{platform}");
    }
}

#[tokio::test]
async fn past_its_lease_a_phone_shows_nobody_and_the_next_contact_sends_what_waits_and_opens_it() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    let match_id = school.match_with(mentor, school.students().await[0]).await;
    let phone = App::of(&school, "desktop", mentor).await;
    assert_eq!(phone.shows().await, Some(1));
    phone.greets(match_id, &school).await;

    phone.goes_by(&school, 14 * DAY);
    assert_eq!(phone.shows().await, Some(1), "its last second counts");
    phone.goes_by(&school, 1);
    assert_eq!(phone.shows().await, None);
    assert_eq!(phone.keeper.access(), Access::LeaseOver);
    assert_eq!(phone.unsent().await, 1, "what waits is kept, and counted");
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 0);

    phone.asked(Request::Sync).await;
    assert_eq!(school.count("SELECT count(*) FROM door_check"), 1);
    assert_eq!((phone.unsent().await, phone.keeper.access()), (0, Access::Open));
    assert_eq!(phone.shows().await, Some(1));
    phone.goes_by(&school, 13 * DAY);
    assert_eq!(phone.shows().await, Some(1), "the new one is as long");
}

#[tokio::test]
async fn a_browsers_lease_is_shorter_and_the_district_says_how_long_each_is() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let browser = App::of(&school, "web", mentor).await;
    browser.goes_by(&school, 3 * DAY);
    assert_eq!(browser.shows().await, Some(1));
    browser.goes_by(&school, 1);
    assert_eq!(browser.shows().await, None);

    let said = NewSetting {
        school_id: None,
        key: "lease_hours_browser".to_owned(),
        value: Some("24".to_owned()),
        from: None,
        at: MORNING,
        by: "the district".to_owned(),
    };
    school.workshop.app.store.add_setting(said).await.unwrap();
    browser.asked(Request::Sync).await;
    assert_eq!(browser.shows().await, Some(1));
    browser.goes_by(&school, DAY + 1);
    assert_eq!(browser.shows().await, None);
}

#[tokio::test]
async fn no_lease_reaches_into_the_day_on_which_the_mentor_may_see_nobody_any_more() {
    let school = School::open().await;
    // Signed and was screened a month ago, for a year: 335 days from today.
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let phone = App::of(&school, "desktop", mentor).await;
    phone.goes_by(&school, 330 * DAY);
    phone.asked(Request::Sync).await;
    assert_eq!(phone.shows().await, Some(1));
    phone.goes_by(&school, 4 * DAY);
    assert_eq!(phone.shows().await, Some(1), "the last clear day");
    phone.goes_by(&school, DAY);
    assert_eq!(phone.shows().await, None, "ten days before the term is over");
    // In touch again it is an open phone without students, on which the mentor can sign.
    phone.asked(Request::Sync).await;
    assert_eq!(phone.shows().await, Some(0));
}

#[tokio::test]
async fn a_phone_whose_clock_runs_a_year_ahead_opens_at_its_next_contact_for_the_whole_lease() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let phone = App::of(&school, "desktop", mentor).await;
    phone.goes_by(&school, 60);
    phone.wall.advance(365 * DAY);
    assert_eq!(phone.shows().await, None, "by its clock the lease is long over");
    phone.asked(Request::Sync).await;
    assert_eq!(phone.shows().await, Some(1), "the school has said what time it is");
    phone.goes_by(&school, 14 * DAY);
    assert_eq!(phone.shows().await, Some(1));
    phone.goes_by(&school, 1);
    assert_eq!(phone.shows().await, None);
}

#[tokio::test]
async fn a_lease_of_a_server_whose_clock_was_a_year_ahead_gives_way_when_the_clock_is_right_again() {
    let school = School::open().await;
    let mentor = school.add_mentor("Ana Ruiz").await;
    school.match_with(mentor, school.students().await[0]).await;
    let phone = App::of(&school, "desktop", mentor).await;
    phone.goes_by(&school, HOUR);
    let right = school.workshop.app.clock.now();
    school.workshop.set_clock(right + 365 * DAY);
    phone.asked(Request::Sync).await;
    school.workshop.set_clock(right);
    phone.goes_by(&school, HOUR);
    phone.asked(Request::Sync).await;
    assert_eq!(phone.shows().await, Some(1));
    phone.goes_by(&school, 14 * DAY);
    assert_eq!(phone.shows().await, Some(1));
    phone.goes_by(&school, 1);
    assert_eq!(phone.shows().await, None);
    phone.asked(Request::Sync).await;
    assert_eq!(phone.shows().await, Some(1), "nobody has to pair it anew");
}
