//! The team's weekly meeting: what is checked, what is talked about, and what becomes of what it asks for
//! (`domain.md` 2 #7, #9, 5.1).

use crate::SchoolDay;
use crate::words::words;

words!(
    /// What makes a meeting one that helps.
    MeetingCheck, "check of a meeting" {
        /// The same time and place as every week.
        FixedTimeAndPlace = "fixed_time_and_place",
        /// The principal leads.
        PrincipalLed = "principal_led",
        /// What is decided comes from the data.
        DataUsed = "data_used",
        /// Help from the community is drawn on.
        CommunityResources = "community_resources",
    }
);

words!(
    /// What a meeting talks about, in this order.
    AgendaItem, "item of the agenda" {
        /// How fresh the record is.
        Freshness = "freshness",
        /// What was still to do.
        OpenActions = "open_actions",
        /// Each mentor lead tells how the mentors are.
        MentorLeads = "mentor_leads",
        /// The school as a whole.
        SchoolPicture = "school_picture",
        /// Student by student.
        Students = "students",
        /// Students with a signal and no mentor.
        EarlySignals = "early_signals",
        /// Matches that need help.
        Matches = "matches",
        /// Causes that several share, and who in the community can help.
        Causes = "causes",
        /// What mentors asked for.
        Asks = "asks",
        /// What there is to be glad of.
        BrightSpots = "bright_spots",
    }
);

words!(
    /// How far an action has come.
    ActionState, "state of an action" {
        /// Somebody still has to do it.
        Open = "open",
        /// It is done.
        Done = "done",
        /// It will not be done.
        Dropped = "dropped",
    }
);

/// Why a step of an action is not taken.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidActionStep {
    /// What has ended is opened again first.
    #[error("that does not follow")]
    NotNext,
    /// It would be dropped without a word about why.
    #[error("the reason is missing")]
    NoReason,
}

impl ActionState {
    /// What may follow.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Open => &[Self::Open, Self::Done, Self::Dropped],
            Self::Done | Self::Dropped => &[Self::Open],
        }
    }
    /// Whether the step may be taken; an open one may stay open with another owner or day.
    pub fn step(self, to: Self, has_note: bool) -> Result<(), InvalidActionStep> {
        match to {
            _ if !self.next().contains(&to) => Err(InvalidActionStep::NotNext),
            Self::Dropped if !has_note => Err(InvalidActionStep::NoReason),
            _ => Ok(()),
        }
    }
    /// Somebody ought to have done it by now: its day is over.
    pub fn is_overdue(self, due: SchoolDay, today: SchoolDay) -> bool {
        self == Self::Open && due < today
    }
}

words!(
    /// How much of a name a page shows: a wall is read by whoever passes.
    NamesShown, "way to show names" {
        /// The whole name.
        Full = "full",
        /// The first letters.
        Initials = "initials",
        /// A number.
        None = "none",
    }
);

/// "T. D.": the first letter of each name. Of what has no letter nothing is left.
pub fn initials<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let first = |name: &str| name.chars().find(|c| c.is_alphanumeric());
    let letters = names.into_iter().filter_map(first);
    letters.map(|letter| format!("{}.", letter.to_uppercase())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_done_or_dropped_with_a_reason_and_can_be_opened_again() {
        use ActionState::{Done, Dropped, Open};
        for (from, to, has_note, expected) in [
            (Open, Done, false, Ok(())),
            (Open, Open, false, Ok(())),
            (Open, Dropped, true, Ok(())),
            (Open, Dropped, false, Err(InvalidActionStep::NoReason)),
            (Done, Open, false, Ok(())),
            (Dropped, Open, false, Ok(())),
            (Done, Dropped, true, Err(InvalidActionStep::NotNext)),
            (Done, Done, true, Err(InvalidActionStep::NotNext)),
        ] {
            assert_eq!(from.step(to, has_note), expected, "{from} to {to}");
        }
    }

    #[test]
    fn an_action_is_overdue_from_the_day_after_its_day_until_it_ends() {
        let day = |text: &str| text.parse::<SchoolDay>().unwrap();
        let due = day("2025-10-17");
        assert!(!ActionState::Open.is_overdue(due, due));
        assert!(ActionState::Open.is_overdue(due, day("2025-10-18")));
        assert!(!ActionState::Done.is_overdue(due, day("2025-10-18")));
    }

    #[test]
    fn initials_are_the_first_letters() {
        assert_eq!(initials(["Tyrone", "Dyer"]), "T. D.");
        assert_eq!(initials(["élodie", "O'Neil"]), "É. O.");
        assert_eq!(initials(["'Ana-María", "-"]), "A.");
        assert_eq!(initials("Grace van Kim".split_whitespace()), "G. V. K.");
    }
}
