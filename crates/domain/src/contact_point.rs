//! A family's number and what became of it: who said it, whether it works, what took its place.

use crate::words::words;
use crate::{AskStatus, NumberMark};

words!(
    /// What happened to a number. Rows of its history are only ever added.
    NumberEvent, "event of a number" {
        /// The school's own record says it.
        Recorded = "recorded",
        /// Staff found another one.
        Replaced = "replaced",
        /// Somebody called it, and it works.
        Verified = "verified",
        /// It does not work, and there is no other.
        Retired = "retired",
        /// The school's next file may say it again.
        Released = "released",
    }
);

words!(
    /// Where a number was found (`domain.md` section 3: emergency card, lunch and trip forms).
    NumberSource, "source of a number" {
        /// The card for emergencies.
        EmergencyCard = "emergency_card",
        /// The form for lunch.
        LunchForm = "lunch_form",
        /// A form for a trip.
        TripForm = "trip_form",
        /// The family said it.
        Family = "family",
        /// A visit at home.
        HomeVisit = "home_visit",
        /// The office of this school or of an earlier one.
        Office = "office",
        /// Somewhere else.
        Other = "other",
    }
);

impl NumberEvent {
    /// What staff can say of a number.
    pub const BY_STAFF: [Self; 4] = [Self::Replaced, Self::Verified, Self::Retired, Self::Released];

    /// What a mentor who asked for a number that works is told by it; none: nothing changed for them.
    pub fn answers(self) -> Option<AskStatus> {
        match self {
            Self::Replaced | Self::Verified => Some(AskStatus::Completed),
            Self::Retired => Some(AskStatus::InProgress),
            Self::Recorded | Self::Released => None,
        }
    }
}

/// A mentor called, and the number was wrong or disconnected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberReport {
    /// Which number; none: the phone did not say.
    pub mark: Option<NumberMark>,
    /// When, by the phone's clock.
    pub at: i64,
}

impl NumberReport {
    /// Whether it says that this number is dead. `settled`: up to when staff have dealt with what was reported of it. When
    /// another number takes its place the mark is another, and nothing that was reported holds any more.
    pub fn is_about(&self, phone: &str, settled: Option<i64>) -> bool {
        let of_this = self.mark.is_none_or(|mark| mark == NumberMark::of(phone));
        of_this && settled.is_none_or(|until| self.at > until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEAD: &str = "+1 555 0100";

    #[test]
    fn a_report_holds_until_the_number_is_another_or_staff_have_looked() {
        let report = NumberReport { mark: Some(NumberMark::of(DEAD)), at: 100 };
        assert!(report.is_about("15550100", None));
        assert!(!report.is_about("+1 555 0199", None));
        assert!(!report.is_about(DEAD, Some(100)));
        assert!(report.is_about(DEAD, Some(99)), "it was found dead again");
    }

    #[test]
    fn a_report_that_names_no_number_is_about_each_of_them() {
        let report = NumberReport { mark: None, at: 100 };
        assert!(report.is_about(DEAD, None) && report.is_about("+1 555 0199", None));
    }

    #[test]
    fn a_mentor_who_asked_is_answered_by_a_number_and_waits_when_there_is_none() {
        assert_eq!(NumberEvent::Replaced.answers(), Some(AskStatus::Completed));
        assert_eq!(NumberEvent::Retired.answers(), Some(AskStatus::InProgress));
        assert_eq!(NumberEvent::Released.answers(), None);
        for event in NumberEvent::ALL {
            assert_eq!(event.word().parse(), Ok(*event));
        }
    }
}
