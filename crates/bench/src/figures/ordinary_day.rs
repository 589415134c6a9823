//! The day: 100 entries over 30 students, recorded by a real core on a half year's history, then sent.

use daymark_domain::SchoolDay;

use crate::diary::Diary;
use crate::export::Recorded;
use crate::phone::{Phone, native_link};
use crate::report::Measure::{Bytes, Count};
use crate::report::{Figure, progress};
use crate::school::{Mentor, School};
use crate::wire::{Tally, Wire};
use crate::{Outcome, history};

const STUDENTS: usize = 1_000;
pub const MATCHES: usize = 300;
const CASELOAD: usize = 30;
const DAYS_BETWEEN_SYNCS: usize = 5;
/// 15:30.
const SCHOOL_IS_OVER: u32 = 55_800;

/// A school in the middle of its year, and the phone of one of its ten mentors.
pub struct OrdinaryDay {
    pub school: School,
    pub mentor: Mentor,
    pub phone: Phone,
    /// Entries that all mentors made before today.
    pub history: u64,
}

/// Half a year goes by.
pub async fn prepare() -> Outcome<OrdinaryDay> {
    progress("importing a school of 1,000 students");
    let school = School::open(STUDENTS, Recorded::HalfYear).await?;
    let students = school.most_absent(MATCHES).await?;
    let (own, others) = students.split_at(CASELOAD);
    let mut history = 0;
    progress("half a year of the other nine mentors");
    for (n, students) in others.chunks(CASELOAD).enumerate() {
        let mentor = school.add_mentor(students).await?;
        history += history::send(&school, &mentor, school.past(), n as u64 + 1).await?;
    }
    progress("half a year on the phone that is measured, tap by tap");
    let mentor = school.add_mentor(own).await?;
    school.set_clock(school.district.calendar.first(), 6 * 3_600);
    let phone = Phone::pair(&school, mentor.id).await?;
    let mut day = OrdinaryDay { school, mentor, phone, history };
    day.history += day.live_through_half_a_year().await?;
    Ok(day)
}

impl OrdinaryDay {
    async fn live_through_half_a_year(&self) -> Outcome<u64> {
        let link = native_link(self.school.address);
        self.phone.sync(&link).await?;
        let mut diary = Diary::new(0);
        let mut taps = 0;
        for days in self.school.past().chunks(DAYS_BETWEEN_SYNCS) {
            for day in days {
                taps += self.record(*day, &mut diary, |_| 3)?;
            }
            self.phone.sync(&link).await?;
        }
        Ok(taps)
    }

    /// Taps a day's entries in the order of the clock.
    fn record(&self, day: SchoolDay, diary: &mut Diary, entries: impl Fn(usize) -> usize) -> Outcome<u64> {
        let matches = self.mentor.matches.iter().enumerate();
        let of_match = |(n, match_id): (usize, &_)| {
            let match_id = *match_id;
            diary.write(day, entries(n)).into_iter().map(move |entry| (match_id, entry))
        };
        let mut entries: Vec<_> = matches.flat_map(of_match).collect();
        entries.sort_by_key(|(_, entry)| entry.second);
        let count = entries.len() as u64;
        for (match_id, entry) in entries {
            self.school.set_clock(day, entry.second);
            self.phone.tap(entry.request(match_id))?;
        }
        Ok(count)
    }
}

/// The day's sync, and the one after it.
pub async fn measure(day: &OrdinaryDay) -> Outcome {
    let today = day.school.district.calendar.today;
    let wire = Wire::before(day.school.address).await?;
    let link = native_link(wire.address);
    let entries = day.record(today, &mut Diary::new(100), |n| if n < 10 { 4 } else { 3 })?;
    let unsent = u64::from(day.phone.unsent()?);
    day.school.set_clock(today, SCHOOL_IS_OVER);
    day.phone.sync(&link).await?;
    let sync = wire.take();
    let left = day.phone.unsent()?;
    let mut figure = Figure::new(
        "The day's sync",
        &[
            &format!(
                "{entries} entries ({unsent} changes; {left} left afterwards) over 30 matches, 3 or 4 each: 30 door"
            ),
            "checks, 20 one-on-ones, 30 wake-up calls, 20 notes of 15 words, on a history of 270 entries a match that",
            "the same phone made; core on SQLCipher, HTTP/1.1 on loopback through a counting proxy.",
        ],
    );
    figure.within("requests, the first a bare question: the token ran out", Count(sync.requests), Count(2));
    figure.within("body up, deflate", Bytes(sync.body_up), Bytes(7_000));
    figure.within(&format!("body down, {}", named(&sync)), Bytes(sync.body_down), Bytes(1_000));
    headers(&mut figure, &sync).print();

    day.phone.sync(&link).await?;
    let sync = wire.take();
    let mut figure = Figure::new("Nothing new", &["The same phone, asking again at once."]);
    figure.within("requests", Count(sync.requests), Count(1));
    figure.within("body up, deflate", Bytes(sync.body_up), Bytes(120));
    figure.within(&format!("body down, {}", named(&sync)), Bytes(sync.body_down), Bytes(120));
    headers(&mut figure, &sync).print();
    Ok(())
}

/// How the answers were compressed.
pub fn named(sync: &Tally) -> &str {
    if sync.encoding.is_empty() { "not compressed" } else { &sync.encoding }
}

/// The whole of HTTP, for whoever pays by the byte.
pub fn headers<'f>(figure: &'f mut Figure, sync: &Tally) -> &'f mut Figure {
    figure.line("up with request line and headers", Bytes(sync.wire_up));
    figure.line("down with headers", Bytes(sync.wire_down))
}
