//! One entry, one row: each kind in the table that the team's pages know it by.

use daymark_documents::Entry;
use daymark_domain::{
    Ask, Audience, Barrier, Contact, DoorResult, Goal, GoalCheck, MatchId, NoteClass, NoteText, Reach,
    Recognition, SchoolDay,
};
use daymark_sqlite::rusqlite::{Transaction, named_params};

use super::super::values::run;
use crate::store::StoreError;

/// Where a row goes and what all rows have.
pub(super) struct Place<'r> {
    pub tx: &'r Transaction<'r>,
    pub match_id: MatchId,
    pub entry: &'r Entry,
    /// The match had ended when it came.
    pub late: bool,
}

impl Place<'_> {
    pub fn door_check(&self, result: DoorResult) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":at": self.entry.at,
            ":result": result.word(),
            ":voided": self.entry.is_voided(),
            ":late": self.late,
        };
        run(self.tx, include_str!("add_door_check.sql"), row).map(drop)
    }

    pub fn contact(&self, contact: &Contact) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":kind": contact.kind.word(),
            ":day": self.entry.day.number(),
            ":at": self.entry.at,
            ":outcome": contact.outcome.map(|outcome| outcome.word()),
            ":minutes": contact.minutes,
            ":direction": contact.direction.map(|direction| direction.word()),
            ":party": contact.party.map(|party| party.word()),
            ":place": contact.place.map(|place| place.word()),
            ":reason": contact.reason.map(|reason| reason.word()),
            ":activity": contact.activity.as_ref().map(|activity| activity.as_str()),
            ":number": contact.number.map(|number| number.0),
            ":follow_up": contact.follow_up.map(SchoolDay::number),
            ":follows": contact.follows.as_ref().map(ToString::to_string),
            ":group_id": contact.group.as_ref().map(ToString::to_string),
            ":reached": contact.reach().map(Reach::word),
            ":voided": self.entry.is_voided(),
            ":late": self.late,
        };
        run(self.tx, include_str!("add_contact.sql"), row).map(drop)
    }

    pub fn note(&self, text: &NoteText, audience: Audience, class: NoteClass) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":at": self.entry.at,
            ":text": text.as_str(),
            ":audience": audience.word(),
            ":class": class.word(),
            ":voided": self.entry.is_voided(),
            ":late": self.late,
        };
        run(self.tx, include_str!("add_note.sql"), row).map(drop)
    }

    pub fn goal(&self, goal: &Goal, check: Option<(SchoolDay, GoalCheck)>) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":measure": goal.measure.word(),
            ":was": goal.from,
            ":aim": goal.to,
            ":due": goal.target.due().number(),
            ":result": check.map(|(_, check)| check.result.word()),
            ":counted": check.and_then(|(_, check)| check.counted),
            ":checked_day": check.map(|(day, _)| day.number()),
            ":voided": self.entry.is_voided(),
        };
        run(self.tx, include_str!("put_goal.sql"), row).map(drop)
    }

    pub fn recognition(&self, recognition: &Recognition) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":whom": recognition.whom.map(|whom| whom.word()),
            ":form": recognition.form.word(),
            ":reason": recognition.reason.word(),
            ":days": recognition.days,
            ":voided": self.entry.is_voided(),
        };
        run(self.tx, include_str!("put_recognition.sql"), row).map(drop)
    }

    pub fn barrier(&self, barrier: &Barrier, resolved: Option<SchoolDay>) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":category": barrier.factor.category().word(),
            ":factor": barrier.factor.word(),
            ":source": barrier.source.word(),
            ":confidence": barrier.confidence.map(|confidence| confidence.word()),
            ":resolved_day": resolved.map(SchoolDay::number),
            ":voided": self.entry.is_voided(),
        };
        run(self.tx, include_str!("put_barrier.sql"), row).map(drop)
    }

    pub fn ask(&self, ask: &Ask) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":at": self.entry.at,
            ":kind": ask.kind.word(),
            ":urgency": ask.urgency.word(),
            ":text": ask.text.as_ref().map(NoteText::as_str),
            ":voided": self.entry.is_voided(),
        };
        run(self.tx, include_str!("put_ask.sql"), row).map(drop)
    }

    pub fn safety_concern(&self) -> Result<(), StoreError> {
        let row = named_params! {
            ":match_id": self.match_id.as_bytes(),
            ":entry_key": self.entry.key.to_string(),
            ":day": self.entry.day.number(),
            ":at": self.entry.at,
            ":voided": self.entry.is_voided(),
        };
        run(self.tx, include_str!("put_safety_concern.sql"), row).map(drop)
    }
}
