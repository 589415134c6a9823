//! Between an entry's meaning and its fields: the one place that knows both.
//!
//! A field has one name and one type in every kind of entry, so the same names serve the document, the gate and the
//! phone's table. A kind that has been released keeps its fields, their names and their order for ever: its bytes are
//! held by `golden.rs`.

use std::str::FromStr;

use daymark_domain::{
    Ask, Audience, Barrier, Contact, ContactKind, EntryKey, Goal, GoalCheck, GoalTarget, NoteClass, NoteText,
    NumberMark, Recognition, SchoolDay, StopRule, WakeUpPlan, Weekdays, What,
};

/// What an entry is.
pub const KIND: &str = "kind";
/// The school's date, days since 1970-01-01.
pub(crate) const DAY: &str = "day";
/// When it was made by the phone's clock, seconds since 1970.
pub(crate) const AT: &str = "at";
/// The entry that this one is about.
pub(crate) const OF: &str = "of";
/// The kind of an entry that takes another one back.
pub(crate) const VOID: &str = "void";

/// A field's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A word or a text.
    Text(String),
    /// A number, a day, a moment.
    Number(i64),
}

/// Where fields are read from: a document's map, a table's row. What is missing or of another type is `None`.
pub trait Fields {
    /// A word or a text.
    fn text(&self, field: &str) -> Option<String>;
    /// A number, a day, a moment.
    fn number(&self, field: &str) -> Option<i64>;
}

/// The word under [`KIND`].
pub fn kind_word(what: &What) -> &'static str {
    match what {
        What::DoorCheck(_) => "door_check",
        What::Contact(contact) => contact.kind.word(),
        What::Note { .. } => "note",
        What::Goal(_) => "goal",
        What::GoalCheck { .. } => "goal_check",
        What::Recognition(_) => "recognition",
        What::Barrier(_) => "barrier",
        What::BarrierResolved { .. } => "barrier_resolved",
        What::Ask(_) => "ask",
        What::SafetyConcern => "safety_concern",
        What::Milestone(_) => "milestone",
        What::WakeUpPlan(_) => "wake_up_plan",
        What::Checklist(_) => "checklist",
        What::Unknown => "unknown",
    }
}

/// The fields beyond kind, day and moment, in the order in which they are written; what was not said is not written.
pub fn fields_of(what: &What) -> Vec<(&'static str, FieldValue)> {
    let mut fields = Written(Vec::new());
    match what {
        What::DoorCheck(result) => fields.word("result", Some(result)),
        What::Contact(contact) => fields.contact(contact),
        What::Note { text, audience, class } => {
            fields.word("text", Some(text.as_str()));
            fields.word("audience", Some(audience.word()));
            fields.word("class", Some(class).filter(|class| **class != NoteClass::Shareable));
        }
        What::Goal(goal) => fields.goal(goal),
        What::GoalCheck { goal, check } => {
            fields.word(OF, Some(goal));
            fields.word("result", Some(check.result));
            fields.number("counted", check.counted);
        }
        What::Recognition(recognition) => {
            fields.word("whom", recognition.whom);
            fields.word("form", Some(recognition.form));
            fields.word("reason", Some(recognition.reason));
            fields.number("days", recognition.days);
        }
        What::Barrier(barrier) => {
            fields.word("factor", Some(barrier.factor));
            fields.word("source", Some(barrier.source));
            fields.word("confidence", barrier.confidence);
        }
        What::BarrierResolved { barrier } => fields.word(OF, Some(barrier)),
        What::Ask(ask) => {
            fields.word("need", Some(ask.kind));
            fields.word("urgency", Some(ask.urgency));
            fields.word("text", ask.text.as_ref().map(NoteText::as_str));
        }
        What::Milestone(milestone) => fields.word("item", Some(milestone)),
        What::WakeUpPlan(plan) => fields.plan(plan),
        What::Checklist(item) => fields.word("item", Some(item)),
        What::SafetyConcern | What::Unknown => {}
    }
    fields.0
}

struct Written(Vec<(&'static str, FieldValue)>);

impl Written {
    fn word<W: ToString>(&mut self, field: &'static str, word: Option<W>) {
        self.0.extend(word.map(|word| (field, FieldValue::Text(word.to_string()))));
    }

    fn number<N: Into<i64>>(&mut self, field: &'static str, number: Option<N>) {
        self.0.extend(number.map(|number| (field, FieldValue::Number(number.into()))));
    }

    fn day(&mut self, field: &'static str, day: Option<SchoolDay>) {
        self.number(field, day.map(SchoolDay::number));
    }

    fn contact(&mut self, contact: &Contact) {
        self.word("outcome", contact.outcome);
        self.number("minutes", contact.minutes);
        self.word("direction", contact.direction);
        self.word("party", contact.party);
        self.word("place", contact.place);
        self.word("reason", contact.reason);
        self.word("activity", contact.activity.as_ref());
        self.number("number", contact.number.map(|number| number.0));
        self.day("follow_up", contact.follow_up);
        self.word(OF, contact.follows.as_ref());
        self.word("group_id", contact.group);
    }

    fn goal(&mut self, goal: &Goal) {
        self.word("measure", Some(goal.measure));
        self.number("was", goal.from);
        self.number("aim", Some(goal.to));
        match goal.target {
            GoalTarget::Day(day) => self.day("due", Some(day)),
            GoalTarget::Week(week) => self.day("due_week", Some(week.monday)),
        }
    }

    fn plan(&mut self, plan: &WakeUpPlan) {
        self.number("weekdays", Some(plan.weekdays.bits()));
        self.number("from_minute", Some(plan.from_minute));
        self.number("to_minute", Some(plan.to_minute));
        self.word("party", Some(plan.whom));
        match plan.stop {
            StopRule::WhenChanged => {}
            StopRule::AfterPresentDays(days) => self.number("days", Some(days)),
            StopRule::OnDay(day) => self.day("until", Some(day)),
        }
    }
}

/// What an entry's fields say. An unknown kind, and a known one that lacks what it cannot do without, is
/// [`What::Unknown`]; an unknown word of what is optional is left out.
pub fn what_of(fields: &impl Fields) -> What {
    known(&Read(fields)).unwrap_or(What::Unknown)
}

fn known<F: Fields>(fields: &Read<'_, F>) -> Option<What> {
    let kind = fields.0.text(KIND)?;
    Some(match kind.as_str() {
        "door_check" => What::DoorCheck(fields.word("result")?),
        "note" => What::Note {
            text: NoteText::try_from(fields.0.text("text")?).ok()?,
            audience: Audience::from_word(&fields.0.text("audience")?),
            class: fields.0.text("class").map_or(NoteClass::Shareable, |word| careful_class(&word)),
        },
        "goal" => What::Goal(fields.goal()?),
        "goal_check" => {
            let check = GoalCheck { result: fields.word("result")?, counted: fields.small("counted") };
            What::GoalCheck { goal: fields.word(OF)?, check }
        }
        "recognition" => What::Recognition(Recognition {
            whom: fields.word("whom"),
            form: fields.word("form")?,
            reason: fields.word("reason")?,
            days: fields.small("days"),
        }),
        "barrier" => What::Barrier(Barrier {
            factor: fields.word("factor")?,
            source: fields.word("source")?,
            confidence: fields.word("confidence"),
        }),
        "barrier_resolved" => What::BarrierResolved { barrier: fields.word(OF)? },
        "ask" => What::Ask(Ask {
            kind: fields.word("need")?,
            urgency: fields.word("urgency")?,
            text: fields.0.text("text").and_then(|text| NoteText::try_from(text).ok()),
        }),
        "safety_concern" => What::SafetyConcern,
        "milestone" => What::Milestone(fields.word("item")?),
        "wake_up_plan" => What::WakeUpPlan(fields.plan()?),
        "checklist" => What::Checklist(fields.word("item")?),
        contact => What::Contact(fields.contact(contact.parse().ok()?)?),
    })
}

/// A class of a newer version is at least as careful as the careful one that we know.
fn careful_class(word: &str) -> NoteClass {
    word.parse().unwrap_or(NoteClass::Sensitive)
}

struct Read<'f, F>(&'f F);

impl<F: Fields> Read<'_, F> {
    fn word<W: FromStr>(&self, field: &str) -> Option<W> {
        self.0.text(field)?.parse().ok()
    }

    fn small(&self, field: &str) -> Option<u16> {
        self.0.number(field)?.try_into().ok()
    }

    fn day(&self, field: &str) -> Option<SchoolDay> {
        SchoolDay::from_number(self.0.number(field)?.try_into().ok()?)
    }

    /// How a contact ended decides whom it reached: a word that is not known makes the whole entry unknown.
    fn contact(&self, kind: ContactKind) -> Option<Contact> {
        let outcome = self.0.text("outcome").map(|word| word.parse()).transpose().ok()?;
        Some(Contact {
            kind,
            outcome,
            minutes: self.small("minutes"),
            direction: self.word("direction"),
            party: self.word("party"),
            place: self.word("place"),
            reason: self.word("reason"),
            activity: self.word("activity"),
            number: self.small("number").map(NumberMark),
            follow_up: self.day("follow_up"),
            follows: self.word::<EntryKey>(OF),
            group: self.word("group_id"),
        })
    }

    fn goal(&self) -> Option<Goal> {
        let week = self.day("due_week").map(|day| GoalTarget::Week(day.week()));
        let target = week.or(self.day("due").map(GoalTarget::Day))?;
        Some(Goal { measure: self.word("measure")?, from: self.small("was"), to: self.small("aim")?, target })
    }

    fn plan(&self) -> Option<WakeUpPlan> {
        let until = self.day("until").map(StopRule::OnDay);
        let stop = until.or(self.small("days").map(StopRule::AfterPresentDays));
        Some(WakeUpPlan {
            weekdays: Weekdays::from_bits(self.0.number("weekdays")?.try_into().ok()?)?,
            from_minute: self.small("from_minute")?,
            to_minute: self.small("to_minute")?,
            whom: self.word("party")?,
            stop: stop.unwrap_or(StopRule::WhenChanged),
        })
    }
}
