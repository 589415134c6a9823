//! What a tap at the door means, without a screen: the next step, what a row shows, and the count.

use std::collections::HashMap;

use daymark_components::{Words, say};
use daymark_domain::{DoorResult, EntryKey, MatchId};
use daymark_mentor_core::api::DoorRow;

/// Wet or gloved fingers tap twice: a second tap on the same row within this time is not meant.
const GHOST_MS: f64 = 300.0;

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// An observation.
    Record(DoorResult),
    /// Nothing yet after all: this entry is taken back.
    TakeBack(EntryKey),
}

impl Step {
    fn result(&self) -> Option<DoorResult> {
        match self {
            Self::Record(result) => Some(*result),
            Self::TakeBack(_) => None,
        }
    }
}

/// What a tap on a row leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tap {
    /// Write this.
    Do(Step),
    /// The row shows its choices.
    Choose,
    /// A ghost.
    Nothing,
}

/// A tap on its way to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flight {
    /// What is being written.
    pub step: Step,
    /// How far it is.
    pub stage: Stage,
    serial: u32,
}

/// How far a tap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has just left, and nothing shows it: most taps are on the disk before an eye could follow, and drawing twice
    /// would only make the second drawing, which is the true one, late.
    Leaving,
    /// It takes long enough that the row says so.
    Saving,
    /// It is on the disk; the list has not been read again yet.
    Landed,
}

/// All taps on their way, the row whose choices are open, and the last tap.
#[derive(Debug, Default)]
pub struct Taps {
    flights: HashMap<MatchId, Flight>,
    open: Option<MatchId>,
    last: Option<(MatchId, f64)>,
    serial: u32,
}

impl Taps {
    /// A tap on a row that shows `now`: an empty row is greeted, one with an answer offers the choices.
    pub fn tap(&mut self, row: MatchId, now: Option<DoorResult>, at_ms: f64) -> Tap {
        let ghost = self.last.is_some_and(|(last, when)| last == row && at_ms - when < GHOST_MS);
        self.last = Some((row, at_ms));
        match now {
            _ if ghost => Tap::Nothing,
            None => {
                self.open = None;
                Tap::Do(Step::Record(DoorResult::Greeted))
            }
            Some(_) => {
                self.open = Some(row);
                Tap::Choose
            }
        }
    }

    /// A choice in an open row closes it; true when it changes something.
    pub fn choose(&mut self, row: MatchId, now: Option<DoorResult>, step: &Step, at_ms: f64) -> bool {
        self.last = Some((row, at_ms));
        let is_open = self.open.take() == Some(row);
        is_open && step.result() != now
    }

    /// Whether the row shows its choices.
    pub fn is_open(&self, row: MatchId) -> bool {
        self.open == Some(row)
    }

    /// The row's tap that is on its way, or that the list does not show by itself yet.
    pub fn of(&self, row: MatchId) -> Option<&Flight> {
        self.flights.get(&row).filter(|flight| flight.stage != Stage::Leaving)
    }

    /// A tap leaves for the disk; its serial tells it from a later one on the same row.
    pub fn start(&mut self, row: MatchId, step: Step) -> u32 {
        self.serial += 1;
        self.flights.insert(row, Flight { step, stage: Stage::Leaving, serial: self.serial });
        self.serial
    }

    /// A tap is still on its way: the row says so.
    pub fn wait(&mut self, row: MatchId, serial: u32) {
        if let Some(flight) = self.flight(row, serial) {
            flight.stage = Stage::Saving;
        }
    }

    /// How many taps have left so far.
    pub fn started(&self) -> u32 {
        self.serial
    }

    /// A tap arrived, or could not be saved: then the row goes back to what the disk holds.
    pub fn end(&mut self, row: MatchId, serial: u32, saved: bool) {
        let Some(flight) = self.flight(row, serial) else { return };
        if saved {
            flight.stage = Stage::Landed;
        } else {
            self.flights.remove(&row);
        }
    }

    fn flight(&mut self, row: MatchId, serial: u32) -> Option<&mut Flight> {
        self.flights.get_mut(&row).filter(|flight| flight.serial == serial)
    }

    /// Whether nothing is under way any more.
    pub fn all_landed(&self) -> bool {
        self.flights.values().all(|flight| flight.stage == Stage::Landed)
    }

    /// The serials of what is on the disk.
    pub fn landed(&self) -> Vec<u32> {
        let landed = self.flights.values().filter(|flight| flight.stage == Stage::Landed);
        landed.map(|flight| flight.serial).collect()
    }

    /// Forgets taps that the list now shows by itself.
    pub fn forget(&mut self, serials: &[u32]) {
        self.flights.retain(|_, flight| !serials.contains(&flight.serial));
    }
}

/// What a row shows: the tap on its way, else what the disk holds.
pub fn shown(row: &DoorRow, flight: Option<&Flight>) -> Option<DoorResult> {
    match flight {
        Some(flight) => flight.step.result(),
        None => row.check.as_ref().map(|check| check.result),
    }
}

/// The list in figures, taps on their way included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Greeted, late ones included.
    pub greeted: u32,
    /// Looked for and not seen.
    pub not_seen: u32,
    /// Students on the list.
    pub total: u32,
}

impl Count {
    /// Counts the rows.
    pub fn of(rows: &[DoorRow], taps: &Taps) -> Self {
        rows.iter().fold(Self::default(), |count, row| {
            let now = shown(row, taps.of(row.match_id));
            Self {
                greeted: count.greeted + u32::from(now.is_some_and(DoorResult::reached_student)),
                not_seen: count.not_seen + u32::from(now == Some(DoorResult::NotSeen)),
                total: count.total + 1,
            }
        })
    }

    /// Rows without an answer.
    pub fn rest(self) -> u32 {
        self.total - self.greeted - self.not_seen
    }
}

/// What is being done, in a row and for those who listen.
pub fn doing(words: Words, step: &Step) -> String {
    match step {
        Step::Record(DoorResult::Greeted) => say!(words, "door-saving-greeted"),
        Step::Record(DoorResult::Late) => say!(words, "door-saving-late"),
        Step::Record(DoorResult::NotSeen) => say!(words, "door-saving-not-seen"),
        Step::TakeBack(_) => say!(words, "door-saving-clear"),
    }
}

/// What was done, for the toast.
pub fn saved(words: Words, name: &str, step: &Step) -> String {
    match step {
        Step::Record(DoorResult::Greeted) => say!(words, "door-toast-greeted", name: name),
        Step::Record(DoorResult::Late) => say!(words, "door-toast-late", name: name),
        Step::Record(DoorResult::NotSeen) => say!(words, "door-toast-not-seen", name: name),
        Step::TakeBack(_) => say!(words, "door-toast-clear", name: name),
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::WeekDosage;
    use daymark_mentor_core::api::{EntryState, RecordedDoorCheck};

    use super::*;

    const GREETED: Option<DoorResult> = Some(DoorResult::Greeted);

    fn id(n: u8) -> MatchId {
        MatchId::from_bytes([n; 16])
    }

    fn row(n: u8, result: Option<DoorResult>) -> DoorRow {
        let check = result.map(|result| RecordedDoorCheck {
            key: format!("a-{}", n + 1).parse().unwrap(),
            result,
            minute: 460,
            state: EntryState::Saved,
        });
        DoorRow {
            match_id: id(n),
            student: "Amir Example".to_owned(),
            first_name: "Amir".to_owned(),
            absent_in_a_row: 0,
            week: WeekDosage::default(),
            check,
            others: vec![],
        }
    }

    fn take_back() -> Step {
        Step::TakeBack("a-1".parse().unwrap())
    }

    #[test]
    fn one_tap_greets_and_the_next_offers_the_choices() {
        let mut taps = Taps::default();
        assert_eq!(taps.tap(id(1), None, 0.0), Tap::Do(Step::Record(DoorResult::Greeted)));
        assert_eq!(taps.tap(id(1), GREETED, 1_000.0), Tap::Choose);
        assert!(taps.is_open(id(1)));
        assert!(taps.choose(id(1), GREETED, &Step::Record(DoorResult::Late), 2_000.0));
        assert!(!taps.is_open(id(1)));
        assert_eq!(taps.tap(id(1), GREETED, 2_100.0), Tap::Nothing, "the finger that chose is still there");
    }

    #[test]
    fn a_ghost_tap_on_the_same_row_does_nothing_and_the_next_row_is_free() {
        let mut taps = Taps::default();
        taps.tap(id(1), None, 0.0);
        assert_eq!(taps.tap(id(1), GREETED, 299.0), Tap::Nothing);
        assert_eq!(taps.tap(id(2), None, 310.0), Tap::Do(Step::Record(DoorResult::Greeted)));
        assert_eq!(taps.tap(id(1), GREETED, 600.0), Tap::Choose);
    }

    #[test]
    fn the_same_choice_again_writes_nothing() {
        let mut taps = Taps::default();
        taps.tap(id(1), GREETED, 0.0);
        assert!(!taps.choose(id(1), GREETED, &Step::Record(DoorResult::Greeted), 500.0));
        taps.tap(id(1), GREETED, 1_000.0);
        assert!(taps.choose(id(1), GREETED, &take_back(), 2_000.0));
    }

    #[test]
    fn greeting_another_student_closes_an_open_row() {
        let mut taps = Taps::default();
        taps.tap(id(1), GREETED, 0.0);
        taps.tap(id(2), None, 10.0);
        assert!(!taps.is_open(id(1)));
    }

    #[test]
    fn a_tap_that_waits_counts_and_a_failed_one_goes_back_to_the_disk() {
        let rows = [row(1, None), row(2, Some(DoorResult::NotSeen)), row(3, None)];
        let mut taps = Taps::default();
        let serial = taps.start(id(1), Step::Record(DoorResult::Greeted));
        assert_eq!(
            Count::of(&rows, &taps).greeted,
            0,
            "not before it is saved or the row says that it waits"
        );
        taps.wait(id(1), serial);
        assert_eq!(Count::of(&rows, &taps), Count { greeted: 1, not_seen: 1, total: 3 });
        assert_eq!(Count::of(&rows, &taps).rest(), 1);
        taps.end(id(1), serial, false);
        assert_eq!(Count::of(&rows, &taps), Count { greeted: 0, not_seen: 1, total: 3 });
    }

    #[test]
    fn a_saved_tap_stays_until_the_list_that_holds_it_was_read() {
        let mut taps = Taps::default();
        let first = taps.start(id(1), Step::Record(DoorResult::Greeted));
        taps.end(id(1), first, true);
        let landed = taps.landed();
        let second = taps.start(id(2), Step::Record(DoorResult::Greeted));
        taps.end(id(2), second, true);
        taps.forget(&landed);
        assert_eq!(taps.of(id(1)), None);
        assert!(taps.of(id(2)).is_some(), "saved after the list was read");
    }

    #[test]
    fn a_later_tap_on_a_row_is_not_ended_by_an_earlier_one() {
        let mut taps = Taps::default();
        let first = taps.start(id(1), Step::Record(DoorResult::Greeted));
        let second = taps.start(id(1), take_back());
        taps.wait(id(1), second);
        taps.end(id(1), first, false);
        assert_eq!(shown(&row(1, GREETED), taps.of(id(1))), None);
        assert!(!taps.all_landed());
    }
}
