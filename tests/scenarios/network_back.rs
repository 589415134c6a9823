//! The way to the school is there again: what waits is sent at once, whatever stood in it before.

use std::time::Duration;

use daymark_domain::{DoorResult, MatchId};
use daymark_mentor_core::api::{Reply, Request, SyncTrouble};
use tokio::task::LocalSet;
use tokio::time::timeout;

use crate::at_work::AtWork;
use crate::phone::Phone;
use crate::school::School;
use crate::way::{State, Way};

/// Time for a tap's own pause and for the first wait after a failure, and for no later one.
const LONGEST: Duration = Duration::from_secs(2);
/// A core that waits for a time that never comes would wait for ever.
const PATIENCE: Duration = Duration::from_secs(60);

/// A phone at work with one student, behind a way that can break.
struct Story {
    school: School,
    way: Way,
    phone: AtWork,
    match_id: MatchId,
}

impl Story {
    async fn begin() -> Self {
        let mut school = School::open().await;
        let way = Way::to(&school.address).await;
        school.address.clone_from(&way.address);
        let mentor = school.add_mentor("Ana Ruiz").await;
        let match_id = school.match_with(mentor, school.students().await[0]).await;
        let mut phone = AtWork::start(Phone::paired(&school, mentor).await, LONGEST);
        phone.shows(1).await;
        Self { school, way, phone, match_id }
    }

    /// Greets the student; saved whatever the network does.
    async fn tap(&self) {
        let (match_id, day, result) = (self.match_id, self.school.today, DoorResult::Greeted);
        let saved = self.phone.host.answer(Request::RecordDoorCheck { match_id, day, result }).await;
        assert!(matches!(saved, Ok(Reply::Saved { .. })), "{saved:?}");
    }

    /// Until nothing waits any more.
    async fn drains(&mut self) {
        self.phone.tells(|status| status.unsent == 0).await;
    }

    async fn fails(&mut self) -> Option<SyncTrouble> {
        self.phone.tells(|status| status.trouble.is_some()).await.trouble
    }
}

async fn told(story: impl Future<Output = ()>) {
    timeout(PATIENCE, LocalSet::new().run_until(story)).await.expect("nothing waits for a time to come");
}

#[tokio::test]
async fn once_somebody_has_reached_the_school_a_tap_waits_for_no_earlier_failure() {
    told(async {
        let mut story = Story::begin().await;
        story.way.becomes(State::Broken);
        story.tap().await;
        // The second attempt is the last that comes by itself.
        story.fails().await;
        story.fails().await;
        story.way.becomes(State::Open);
        let asked = story.phone.host.answer(Request::Sync).await;
        assert!(matches!(asked, Ok(Reply::Status(status)) if status.unsent == 0));

        story.tap().await;
        story.drains().await;
    })
    .await;
}

#[tokio::test]
async fn an_attempt_that_is_given_up_in_the_middle_stops_no_later_one() {
    told(async {
        let mut story = Story::begin().await;
        loop {
            tokio::select! {
                biased;
                // At once: another attempt is still under way.
                _ = story.phone.host.answer(Request::Sync) => tokio::task::yield_now().await,
                () = tokio::task::yield_now() => break,
            }
        }
        story.tap().await;
        story.drains().await;
    })
    .await;
}

#[tokio::test]
async fn a_filter_on_the_way_that_says_403_is_no_school_that_forgot_the_phone() {
    told(async {
        let mut story = Story::begin().await;
        story.way.becomes(State::Filtered);
        story.tap().await;
        assert_eq!(story.fails().await, Some(SyncTrouble::Server));
        story.way.becomes(State::Open);
        story.drains().await;
    })
    .await;
}
