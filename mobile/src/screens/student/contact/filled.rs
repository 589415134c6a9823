//! What is on the form, and what fits each kind.

use daymark_domain::{CallOutcome, Contact, ContactKind, ContactOutcome, SchoolDay};

/// The contact as far as it is filled in, and its day.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub contact: Contact,
    pub day: SchoolDay,
}

impl Filled {
    pub fn of(kind: ContactKind, day: SchoolDay) -> Self {
        Self { contact: Contact::of(kind), day }
    }

    /// Whether it can be saved as it stands.
    pub fn is_ready(&self) -> bool {
        self.contact.check().is_ok()
    }

    /// How it ended; what no longer makes sense goes.
    pub fn end(&mut self, outcome: Option<ContactOutcome>) {
        self.contact.outcome = outcome;
        if !self.contact.took_place() {
            (self.contact.minutes, self.contact.activity) = (None, None);
        }
        if !self.number_is_wrong() {
            self.contact.number = None;
        }
    }

    pub fn number_is_wrong(&self) -> bool {
        self.contact.outcome == Some(ContactOutcome::Call(CallOutcome::WrongNumber))
    }

    /// A follow-up lies after the day of the contact.
    pub fn on(&mut self, day: SchoolDay) {
        self.day = day;
        self.contact.follow_up = self.contact.follow_up.filter(|follow_up| *follow_up > day);
    }

    pub fn takes_time(&self) -> bool {
        !matches!(self.contact.kind, ContactKind::Text | ContactKind::Letter) && self.contact.took_place()
    }

    pub fn has_place(&self) -> bool {
        self.contact.kind.is_session() || self.contact.kind == ContactKind::TeamConsult
    }

    pub fn has_activity(&self) -> bool {
        use ContactKind::{Event, OneOnOne, SmallGroup};
        matches!(self.contact.kind, OneOnOne | SmallGroup | Event) && self.contact.took_place()
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::{NumberMark, SessionOutcome, Tag};

    use super::*;

    fn filled(kind: ContactKind) -> Filled {
        Filled::of(kind, "2025-10-14".parse().unwrap())
    }

    #[test]
    fn a_meeting_is_ready_at_once_and_a_call_when_its_end_is_said() {
        for &kind in ContactKind::ALL.iter().filter(|kind| **kind != ContactKind::DoorGreeting) {
            assert_eq!(filled(kind).is_ready(), !kind.is_call(), "{kind}");
        }
        let mut call = filled(ContactKind::AbsenceCall);
        call.end(Some(CallOutcome::NoAnswer.into()));
        assert!(call.is_ready());
    }

    #[test]
    fn what_did_not_take_place_has_no_length_and_no_activity() {
        let mut met = filled(ContactKind::OneOnOne);
        met.contact.minutes = Some(20);
        met.contact.activity = Tag::try_from("chess".to_owned()).ok();
        met.end(Some(SessionOutcome::StudentAbsent.into()));
        assert_eq!((met.contact.minutes, &met.contact.activity), (None, &None));
        assert!(!met.takes_time() && !met.has_activity());
    }

    #[test]
    fn only_a_wrong_number_is_named() {
        let mut call = filled(ContactKind::WakeUpCall);
        call.end(Some(CallOutcome::WrongNumber.into()));
        call.contact.number = Some(NumberMark(7));
        call.end(Some(CallOutcome::NoAnswer.into()));
        assert_eq!(call.contact.number, None);
    }

    #[test]
    fn a_follow_up_that_no_longer_lies_ahead_goes() {
        let mut letter = filled(ContactKind::Letter);
        let day = letter.day;
        letter.on(day.minus(3));
        letter.contact.follow_up = Some(day);
        letter.on(day);
        assert_eq!(letter.contact.follow_up, None);
    }
}
