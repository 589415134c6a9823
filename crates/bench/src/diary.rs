//! What a mentor does with a student: the workload of every figure, from a seed.
//!
//! The design's mix is 50 % check-ins, 30 % calls, 20 % notes of 15 words. A door check is made once a day and student
//! (a second one takes the first back), so the check-ins are one door check a day and, beyond it, one-on-ones.

use daymark_domain::{
    Audience, CallOutcome, Contact, ContactKind, DoorResult, MatchId, NoteClass, NoteText, NumberMark,
    SchoolDay, What,
};
use daymark_mentor_core::api::Request;

use crate::Outcome;
use crate::chance::Chance;

const NOTE_WORDS: usize = 15;

/// One entry. `second` is of the school's clock.
pub struct Entry {
    pub day: SchoolDay,
    pub second: u32,
    pub done: Done,
}

pub enum Done {
    Door(DoorResult),
    Call(CallOutcome, NumberMark),
    OneOnOne(u16),
    Note(String),
}

impl Entry {
    /// As a tap.
    pub fn request(self, match_id: MatchId) -> Request {
        let day = self.day;
        match self.done {
            Done::Door(result) => Request::RecordDoorCheck { match_id, day, result },
            Done::Call(outcome, number) => {
                Request::RecordContact { match_id, day, contact: call(outcome, number) }
            }
            Done::OneOnOne(minutes) => Request::RecordOneOnOne { match_id, day, minutes },
            Done::Note(text) => {
                let (audience, class) = (Audience::Match, NoteClass::Shareable);
                Request::AddNote { match_id, day, text, audience, class }
            }
        }
    }

    /// As it stands in the record.
    pub fn what(&self) -> Outcome<What> {
        Ok(match &self.done {
            Done::Door(result) => What::DoorCheck(*result),
            Done::Call(outcome, number) => What::Contact(call(*outcome, *number)),
            Done::OneOnOne(minutes) => What::Contact(Contact::session(ContactKind::OneOnOne, *minutes)),
            Done::Note(text) => {
                let (audience, class) = (Audience::Match, NoteClass::Shareable);
                What::Note { text: NoteText::try_from(text.clone())?, audience, class }
            }
        })
    }
}

/// As the app records it: with the number that was dialled.
fn call(outcome: CallOutcome, number: NumberMark) -> Contact {
    Contact { number: Some(number), ..Contact::call(ContactKind::WakeUpCall, outcome) }
}

/// Deals entries, so that any seven beyond the door are three calls, two one-on-ones and two notes.
pub struct Diary {
    chance: Chance,
    dealt: usize,
}

impl Diary {
    pub fn new(seed: u64) -> Self {
        Self { chance: Chance::of(seed), dealt: 0 }
    }

    /// So many entries with one student on one day, in the order of the clock.
    pub fn write(&mut self, day: SchoolDay, entries: usize) -> Vec<Entry> {
        let mut written = vec![self.at_the_door(day)];
        written.extend((1..entries).map(|_| self.beyond_the_door(day)));
        written.sort_by_key(|entry| entry.second);
        written
    }

    fn at_the_door(&mut self, day: SchoolDay) -> Entry {
        use DoorResult::{Greeted, Late, NotSeen};
        let result =
            self.pick(&[Greeted, Greeted, Greeted, Greeted, Greeted, Greeted, Greeted, Late, NotSeen]);
        // From 7:40, for 25 minutes.
        Entry { day, second: 27_600 + self.below(1_500), done: Done::Door(result) }
    }

    fn beyond_the_door(&mut self, day: SchoolDay) -> Entry {
        self.dealt += 1;
        match self.dealt % 7 {
            0 | 3 | 5 => self.call(day),
            1 | 4 => {
                let minutes = self.pick(&[10, 15, 20, 20, 30]);
                Entry { day, second: 43_200 + self.below(3_600), done: Done::OneOnOne(minutes) }
            }
            _ => {
                let words: Vec<&str> = (0..NOTE_WORDS).map(|_| self.word()).collect();
                Entry { day, second: 47_100 + self.below(3_600), done: Done::Note(words.join(" ")) }
            }
        }
    }

    fn call(&mut self, day: SchoolDay) -> Entry {
        use CallOutcome::{LeftMessage, NoAnswer, ReachedGuardian, ReachedStudent};
        let outcomes = [
            ReachedStudent,
            ReachedStudent,
            ReachedStudent,
            ReachedGuardian,
            ReachedGuardian,
            NoAnswer,
            LeftMessage,
        ];
        let outcome = self.pick(&outcomes);
        let number = NumberMark::of(&format!("555010{:04}", self.below(10_000)));
        // From 6:40, for half an hour.
        Entry { day, second: 24_000 + self.below(1_800), done: Done::Call(outcome, number) }
    }

    fn word(&mut self) -> &'static str {
        let words = WORDS.split_ascii_whitespace().count();
        let nth = self.below(u32::try_from(words).unwrap_or(u32::MAX)) as usize;
        WORDS.split_ascii_whitespace().nth(nth).unwrap_or_default()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(u32::try_from(from.len()).unwrap_or(1)) as usize]
    }

    fn below(&mut self, end: u32) -> u32 {
        self.chance.below(end)
    }
}

/// Drawn at random, so a note compresses worse than what a person writes: the figures are on the safe side.
const WORDS: &str = "a about after again agreed all already always and asked at aunt bag basketball because bed bell \
    better book both breakfast bridge brother brought bus but calendar call came choir class coach could counted day \
    days dinner door early english every fair family felt finished five forgot found four friday friend from game \
    good got grandmother had has have help her him his home homework hopes idea in is it jacket job kitchen last late \
    laughed library like lost lunch made math me medicine met missed monday more morning mother moved music new next \
    nice night not now of on once our out pass phone plan played project promised quiet read ride said saw science \
    she shoes showed sick sister sleep slept soccer soon story suns talked teacher team test thank that the their \
    them then they think three thursday time tired today told tomorrow too train tried tuesday two uncle wake walk \
    wants was we wednesday week well went will with woke work worried would yesterday";
