//! One contact, with what the mentor chose to say about it.

use serde::{Deserialize, Serialize};

use super::{
    CallOutcome, ContactDirection, ContactKind, ContactOutcome, NumberMark, Party, Place, ReportedReason,
};
use crate::{EntryKey, GroupId, Reach, SchoolDay, SessionOutcome, Tag};

/// A contact of any kind. All but the kind is optional: one tap is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// What kind.
    pub kind: ContactKind,
    /// How it ended; a meeting without a word was held.
    pub outcome: Option<ContactOutcome>,
    /// How long, in minutes.
    pub minutes: Option<u16>,
    /// Who began it; without a word the mentor did.
    pub direction: Option<ContactDirection>,
    /// With whom; without a word with whom this kind usually is.
    pub party: Option<Party>,
    /// Where.
    pub place: Option<Place>,
    /// The reason for an absence as it was told.
    pub reason: Option<ReportedReason>,
    /// What they did: the key of an activity.
    pub activity: Option<Tag>,
    /// Which number was dialled.
    pub number: Option<NumberMark>,
    /// When to come back to it.
    pub follow_up: Option<SchoolDay>,
    /// The earlier contact that this one comes back to.
    pub follows: Option<EntryKey>,
    /// Done with several students at once.
    pub group: Option<GroupId>,
}

/// Why a contact cannot be recorded. Each sentence says what to do.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidContact {
    /// There is a list for it.
    #[error("a greeting is recorded on the door list")]
    AtTheDoor,
    /// A call without its end.
    #[error("say how the call ended")]
    NoOutcome,
    /// A meeting does not end as calls do, nor the other way round.
    #[error("a call ends as calls do, a meeting is held or not")]
    OtherOutcome,
    /// No length.
    #[error("a contact lasts between a minute and a day")]
    Minutes,
}

impl Contact {
    /// The most minutes that one contact may have: a day has no more.
    pub const MINUTES_MAX: u16 = 24 * 60;

    /// One of this kind, with nothing else said.
    pub fn of(kind: ContactKind) -> Self {
        Self {
            kind,
            outcome: None,
            minutes: None,
            direction: None,
            party: None,
            place: None,
            reason: None,
            activity: None,
            number: None,
            follow_up: None,
            follows: None,
            group: None,
        }
    }
    /// A call or text of this kind, and how it ended.
    pub fn call(kind: ContactKind, outcome: CallOutcome) -> Self {
        Self { outcome: Some(ContactOutcome::Call(outcome)), ..Self::of(kind) }
    }
    /// A meeting of this kind that took so long.
    pub fn session(kind: ContactKind, minutes: u16) -> Self {
        Self { minutes: Some(minutes), ..Self::of(kind) }
    }

    /// Whether it makes sense as an entry.
    pub fn check(&self) -> Result<(), InvalidContact> {
        let fits = match self.outcome {
            None => !self.kind.is_call(),
            Some(ContactOutcome::Call(_)) => self.kind.is_call(),
            Some(ContactOutcome::Session(_)) => self.kind.is_session(),
        };
        match () {
            () if self.kind == ContactKind::DoorGreeting => Err(InvalidContact::AtTheDoor),
            () if self.outcome.is_none() && !fits => Err(InvalidContact::NoOutcome),
            () if !fits => Err(InvalidContact::OtherOutcome),
            () if self.minutes.is_some_and(|minutes| !(1..=Self::MINUTES_MAX).contains(&minutes)) => {
                Err(InvalidContact::Minutes)
            }
            () => Ok(()),
        }
    }

    /// Whether a meeting took place; a call always did.
    pub fn took_place(&self) -> bool {
        !matches!(self.outcome, Some(ContactOutcome::Session(outcome)) if !outcome.took_place())
    }

    /// Whom it reached (`domain.md` 4.6). `None`: it was with neither the student nor the family, so it is neither a
    /// contact in that sense nor an attempt.
    pub fn reach(&self) -> Option<Reach> {
        let party = self.party.unwrap_or(self.kind.usual_party());
        let sent_only = self.kind == ContactKind::Letter && self.direction != Some(ContactDirection::In);
        match (self.outcome, party) {
            (Some(ContactOutcome::Call(outcome)), _) => Some(outcome.into()),
            (_, Party::Other) => None,
            _ if !self.took_place() || sent_only || self.kind.is_call() => Some(Reach::Nobody),
            (_, Party::Student) => Some(Reach::Student),
            (_, Party::Guardian) => Some(Reach::Family),
        }
    }
}

impl From<SessionOutcome> for ContactOutcome {
    fn from(outcome: SessionOutcome) -> Self {
        Self::Session(outcome)
    }
}

impl From<CallOutcome> for ContactOutcome {
    fn from(outcome: CallOutcome) -> Self {
        Self::Call(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(kind: ContactKind, party: Party) -> Contact {
        Contact { party: Some(party), ..Contact::of(kind) }
    }

    #[test]
    fn a_contact_counts_for_whom_it_reached() {
        use ContactKind as T;
        let not_held =
            Contact { outcome: Some(SessionOutcome::StudentAbsent.into()), ..Contact::of(T::OneOnOne) };
        let answered = Contact { direction: Some(ContactDirection::In), ..Contact::of(T::Letter) };
        let cases = [
            (Contact::session(T::OneOnOne, 20), Some(Reach::Student)),
            (not_held, Some(Reach::Nobody)),
            (Contact::of(T::SmallGroup), Some(Reach::Student)),
            (Contact::of(T::FamilyMeeting), Some(Reach::Family)),
            (with(T::HomeVisit, Party::Student), Some(Reach::Student)),
            (Contact::call(T::AbsenceCall, CallOutcome::ReachedGuardian), Some(Reach::Family)),
            (Contact::call(T::Text, CallOutcome::ReachedStudent), Some(Reach::Student)),
            (Contact::call(T::WakeUpCall, CallOutcome::WrongNumber), Some(Reach::Nobody)),
            (Contact::of(T::Letter), Some(Reach::Nobody)),
            (answered, Some(Reach::Family)),
            (Contact::of(T::TeamConsult), None),
            (with(T::Event, Party::Guardian), Some(Reach::Family)),
        ];
        for (contact, reach) in cases {
            assert_eq!(contact.reach(), reach, "{contact:?}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_what_to_do() {
        use ContactKind as T;
        let held = Some(ContactOutcome::Session(SessionOutcome::Held));
        let cases = [
            (Contact::of(T::DoorGreeting), InvalidContact::AtTheDoor),
            (Contact::of(T::AbsenceCall), InvalidContact::NoOutcome),
            (Contact { outcome: held, ..Contact::of(T::Text) }, InvalidContact::OtherOutcome),
            (Contact::call(T::HomeVisit, CallOutcome::NoAnswer), InvalidContact::OtherOutcome),
            (Contact::session(T::OneOnOne, 0), InvalidContact::Minutes),
            (Contact::session(T::OneOnOne, 1_441), InvalidContact::Minutes),
        ];
        for (contact, expected) in cases {
            assert_eq!(contact.check(), Err(expected), "{contact:?}");
        }
        assert_eq!(Contact { outcome: held, ..Contact::session(T::SmallGroup, 30) }.check(), Ok(()));
    }

    #[test]
    fn calls_and_meetings_have_no_outcome_in_common() {
        let calls = CallOutcome::ALL.iter().map(|outcome| ContactOutcome::Call(*outcome));
        let sessions = SessionOutcome::ALL.iter().map(|outcome| ContactOutcome::Session(*outcome));
        for outcome in calls.chain(sessions) {
            assert_eq!(outcome.word().parse(), Ok(outcome));
        }
    }
}
