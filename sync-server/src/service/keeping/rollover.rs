//! What the turn of the school year finds, and what staff decided.

use daymark_domain::{ClearanceGap, ClosureReason, MatchId, MentorId, MonthDay, SchoolDay, Window};

use super::Fields;
use crate::store::closing::KeptMatch;
use crate::store::rollover::YearTurn;

/// A match of the year that is over.
pub struct OfOldYear<'a> {
    /// The match.
    pub of: &'a KeptMatch,
    /// Whether the mentor has left.
    pub mentor_left: bool,
}

impl OfOldYear<'_> {
    /// What is proposed: whoever is still here goes on.
    pub fn goes_on(&self) -> bool {
        self.of.enrolled && !self.mentor_left
    }
    /// Why it ends, when it does.
    pub fn reason(&self) -> ClosureReason {
        match (self.of.enrolled, self.mentor_left) {
            (false, _) => ClosureReason::StudentMoved,
            (true, true) => ClosureReason::MentorLeft,
            (true, false) => ClosureReason::YearEnd,
        }
    }
}

/// The school year that today lies in.
pub fn year_of(today: SchoolDay, starts: MonthDay) -> Window {
    Window::school_year(today, starts)
}

/// A mentor with what keeps their phone empty.
pub type Lacking = (MentorId, Vec<ClearanceGap>);

/// Matches that run, are their mentor's own and began before this school year.
pub fn of_old_year<'a>(matches: &'a [KeptMatch], lacking: &[Lacking], year: Window) -> Vec<OfOldYear<'a>> {
    let left = |of: &KeptMatch| {
        lacking.iter().any(|(mentor, gaps)| *mentor == of.mentor_id && gaps.contains(&ClearanceGap::Left))
    };
    let old = matches.iter().filter(|of| of.is_running() && of.stands_in_for.is_none());
    let old = old.filter(|of| of.start_day < year.first);
    old.map(|of| OfOldYear { of, mentor_left: left(of) }).collect()
}

/// Reads the boxes. Only what stood on the page is decided: what came in between waits for the next time.
pub fn read(fields: &Fields, old: Vec<OfOldYear<'_>>, year: Window, today: SchoolDay) -> YearTurn {
    let stood = |of: MatchId| fields.contains_key(&format!("listed_{of}"));
    let goes_on = |old: &OfOldYear<'_>| fields.contains_key(&format!("go_on_{}", old.of.id));
    let (go_on, end): (Vec<_>, Vec<_>) = old.into_iter().filter(|old| stood(old.of.id)).partition(goes_on);
    YearTurn {
        first_day: year.first,
        today,
        expected_end: year.last,
        go_on: go_on.iter().map(|old| old.of.id).collect(),
        end: end.iter().map(|old| (old.of.id, old.reason())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::{MatchStatus, StudentId};

    use super::*;

    fn kept(enrolled: bool) -> KeptMatch {
        KeptMatch {
            id: MatchId::random(),
            student_id: StudentId::random(),
            student_name: "Tyrone Dyer".into(),
            grade: None,
            enrolled,
            mentor_id: MentorId::random(),
            mentor_name: "Ana Ruiz".into(),
            start_day: "2025-10-13".parse().unwrap(),
            end_day: None,
            end_reason: None,
            status: MatchStatus::Active,
            basis: None,
            stands_in_for: None,
            continued_by: None,
        }
    }

    #[test]
    fn whoever_left_does_not_go_on_and_the_reason_says_who() {
        let today: SchoolDay = "2026-09-02".parse().unwrap();
        let year = year_of(today, MonthDay::new(7, 1).unwrap());
        let (here, moved, alone) = (kept(true), kept(false), kept(true));
        let stands_in = KeptMatch { stands_in_for: Some(here.id), ..kept(true) };
        let of_this_year = KeptMatch { start_day: "2026-08-24".parse().unwrap(), ..kept(true) };
        let lacking =
            [(alone.mentor_id, vec![ClearanceGap::Left]), (here.mentor_id, vec![ClearanceGap::Agreement])];
        let matches = [here, moved, alone, stands_in, of_this_year];
        let old = of_old_year(&matches, &lacking, year);
        let found: Vec<_> = old.iter().map(|old| (old.goes_on(), old.reason())).collect();
        let expected = [
            (true, ClosureReason::YearEnd),
            (false, ClosureReason::StudentMoved),
            (false, ClosureReason::MentorLeft),
        ];
        assert_eq!(found, expected);
    }
}
