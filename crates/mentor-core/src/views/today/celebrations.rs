//! What got better against the student's own past. Nobody is compared with anybody else.

use daymark_domain::{
    AbsenceFigure, Contact, ContactKind, Direction, RecognitionReason, SchoolDay, What, weekly_change,
};

use super::StudentToday;
use crate::api::{CelebrationCard, TwoWeeks};
use crate::storage::StorageError;
use crate::storage::entry::standing_of_kind;
use crate::views::{calling, count, entries, figures};

/// Fewer days say little about a week.
const SCHOOL_DAYS_MIN: usize = 3;
/// Days present in a row that are worth a warm word.
const STREAKS: [u32; 9] = [5, 10, 20, 30, 40, 60, 80, 100, 150];
/// A streak is news for so many school days.
const STREAK_IS_NEWS_DAYS: u32 = 5;
/// What is older is no news.
const DAYS_BACK_MAX: u64 = 10;

pub(super) fn cards(student: &StudentToday<'_>) -> Result<Vec<CelebrationCard>, StorageError> {
    let days: Vec<SchoolDay> = student.day.record.enrolled(student.mentee).collect();
    let oldest = student.day.today.minus(DAYS_BACK_MAX);
    if days.last().is_none_or(|last| *last < oldest) {
        return Ok(Vec::new());
    }
    let earned = [fewer_absences(student, &days), days_in_a_row(student, &days)].into_iter().flatten();
    earned.filter_map(|earned| earned.card(student).transpose()).collect()
}

/// Something to be glad about, and since when.
struct Earned {
    reason: RecognitionReason,
    since: SchoolDay,
    days: u16,
    weeks: Option<TwoWeeks>,
}

impl Earned {
    /// `None`: it was recognised on an earlier day.
    fn card(self, student: &StudentToday<'_>) -> Result<Option<CelebrationCard>, StorageError> {
        let today = student.day.today;
        let recognitions = standing_of_kind(&student.day.core.db, student.mentee.match_id, "recognition")?;
        let for_this = |what: &What| matches!(what, What::Recognition(given) if given.reason == self.reason);
        let given = recognitions
            .iter()
            .map(|kept| &kept.entry)
            .filter(|entry| entry.day >= self.since && for_this(&entry.what))
            .min_by_key(|entry| entry.day);
        if given.is_some_and(|entry| entry.day < today) {
            return Ok(None);
        }
        let calls = entries::calls(student.day.core, &student.entries, ContactKind::is_call)?;
        let made: Vec<&Contact> = calls.iter().map(|call| &call.contact).filter(is_good_news).collect();
        let callees = student.callees()?;
        Ok(Some(CelebrationCard {
            who: student.mentee.who(),
            reason: self.reason,
            days: self.days,
            weeks: self.weeks,
            next: calling::next(&callees, &made),
            callees,
            done: given.is_some(),
            done_by: given.map(|entry| entry.key.clone()),
            calls,
        }))
    }
}

fn is_good_news(contact: &&Contact) -> bool {
    contact.kind == ContactKind::GoodNewsCall
}

/// The latest week with enough recorded school days against the one before it, on as many school days of each.
fn fewer_absences(student: &StudentToday<'_>, days: &[SchoolDay]) -> Option<Earned> {
    let mut weeks = days.chunk_by(|one, other| one.week() == other.week()).rev();
    let this_week = weeks.find(|week| week.len() >= SCHOOL_DAYS_MIN)?;
    let last_week = weeks.next()?;
    let figures = |week: &[SchoolDay]| -> Vec<AbsenceFigure> {
        week.iter().map(|day| figures::day_figure(&student.marks, *day)).collect()
    };
    let change = weekly_change(&figures(last_week), &figures(this_week))?;
    let fresh = this_week.last().is_some_and(|last| *last >= student.day.today.minus(DAYS_BACK_MAX));
    let fewer = change.last_week.missed - change.this_week.missed;
    (change.direction == Direction::Improved && fresh).then(|| Earned {
        reason: RecognitionReason::FewerAbsences,
        since: this_week[0].week().monday,
        days: u16::try_from(fewer.days_begun()).unwrap_or(u16::MAX),
        weeks: Some(TwoWeeks {
            school_days: change.school_days,
            last_week: change.last_week,
            this_week: change.this_week,
        }),
    })
}

/// So many days present in a row, reached lately.
fn days_in_a_row(student: &StudentToday<'_>, days: &[SchoolDay]) -> Option<Earned> {
    let streak = student.present_in_a_row();
    let reached = STREAKS.into_iter().rev().find(|length| *length <= streak)?;
    let beyond = streak - reached;
    let since = days.iter().rev().nth(usize::try_from(beyond).ok()?)?;
    (beyond < STREAK_IS_NEWS_DAYS && streak <= count(days.len())).then(|| Earned {
        reason: RecognitionReason::DaysInARow,
        since: *since,
        days: u16::try_from(reached).unwrap_or(u16::MAX),
        weeks: None,
    })
}
