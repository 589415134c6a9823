//! The district: schools, half a year of attendance, a mentor in each school, and phones.

use std::time::{SystemTime, UNIX_EPOCH};

use daymark_domain::{MatchId, SchoolDay};
use daymark_test_support::{DistrictPlan, FixedClock};

use super::Sizes;
use crate::diary::Diary;
use crate::export::Recorded;
use crate::phone::{Phone, native_link};
use crate::report::progress;
use crate::school::{Closed, School, plan};
use crate::{Outcome, history};

/// Of each mentor.
pub const CASELOAD: usize = 10;
/// Real ones, each its mentor's.
pub const PHONES: usize = 24;
const DAYS: usize = 20;
/// Every so many-th mentor has left.
const LEFT: usize = 4;
/// Forty days: nothing is taken any more for what is over so long.
const LEFT_SECONDS_AGO: i64 = 40 * 86_400;
/// In seconds.
const PAIRING_APART: i64 = 600;

pub struct District {
    pub files: Closed,
    pub phones: Vec<Held>,
    /// In words.
    pub work: String,
    pub clock: FixedClock,
    pub today: SchoolDay,
}

/// A phone in its mentor's hand.
pub struct Held {
    pub phone: Phone,
    pub matches: Vec<MatchId>,
}

impl District {
    /// The phones' clocks are right.
    pub fn set_clocks(&self) -> Outcome {
        self.clock.set(now()?);
        Ok(())
    }
}

impl Held {
    /// So many taps, student after student; which one comes first is another one in each round.
    pub fn tap(&self, day: SchoolDay, diary: &mut Diary, round: usize, entries: usize) -> Outcome {
        let matches = self.matches.iter().cycle().skip(round % self.matches.len().max(1));
        let written = if entries == 0 { Vec::new() } else { diary.write(day, entries) };
        let mut each = written.into_iter().zip(matches);
        each.try_for_each(|(entry, match_id)| self.phone.tap(entry.request(*match_id)))
    }
}

fn now() -> Outcome<i64> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?)
}

/// Looked at today: the server's clock is this machine's.
pub async fn build(sizes: &Sizes) -> Outcome<District> {
    progress(&format!("a district of {} students", sizes.district));
    let zone_today = SchoolDay::at(now()?, -6 * 3_600);
    let plan =
        DistrictPlan { today: zone_today, ..plan(sizes.district.div_ceil(sizes.school), sizes.district)? };
    let school = School::open_in(&plan, sizes.school, Recorded::HalfYear).await?;
    school.clock.set(now()?);
    school.workshop.set_clock(now()?);
    progress("a month of its mentors");
    let days = school.past();
    let days = &days[days.len().saturating_sub(DAYS)..];
    let mut entries = 0;
    let elsewhere = school.add_mentors_elsewhere(CASELOAD).await?;
    for (n, mentor) in elsewhere.iter().enumerate() {
        entries += history::send(&school, mentor, days, n as u64).await?;
        if n % LEFT == 0 {
            school.mentor_left(mentor, LEFT_SECONDS_AGO).await?;
        }
    }
    progress("their phones");
    let (mut phones, link) = (Vec::with_capacity(PHONES), native_link(school.address));
    for (n, students) in school.most_absent(PHONES * CASELOAD).await?.chunks(CASELOAD).enumerate() {
        // One after the other: so many phones at once the server would take for somebody who guesses codes.
        let at = now()? - PAIRING_APART * i64::try_from(PHONES - n)?;
        school.clock.set(at);
        school.workshop.set_clock(at);
        let mentor = school.add_mentor(students).await?;
        entries += history::send(&school, &mentor, days, 1_000 + n as u64).await?;
        let phone = Phone::pair(&school, mentor.id).await?;
        phone.sync(&link).await?;
        phones.push(Held { phone, matches: mentor.matches });
    }
    let work = format!(
        "{} students in {} schools, half a year of attendance, {} mentors of {CASELOAD} students with {entries} entries",
        sizes.district,
        school.district.schools.len(),
        elsewhere.len() + phones.len()
    );
    let (clock, today) = (school.clock.clone(), zone_today);
    drop(link);
    Ok(District { files: school.close().await?, phones, work, clock, today })
}
