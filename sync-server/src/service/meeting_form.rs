//! What staff typed in a meeting, read into what can be stored; or why it cannot.

use daymark_domain::{ActionState, InvalidActionStep, MeetingCheck, NoteText, SchoolDay, UserId};

use super::referral_form::{Fields, one_line, text};
use crate::store::actions::ActionNow;
use crate::store::meetings::MeetingFacts;

/// The most characters of a name, and of a group's.
pub const NAME_CHARACTERS_MAX: usize = 100;
/// The most characters of who else was there.
pub const OTHERS_CHARACTERS_MAX: usize = 500;

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A field is missing or none of its words.
    Unreadable,
    /// Nothing is written.
    NoText,
    /// A text is too long.
    TooLong,
    /// Nobody would do it.
    NoOwner,
    /// It would never be due.
    NoDay,
    /// It would be dropped without a reason.
    NoReason,
    /// That does not follow.
    NotNext,
    /// Somebody took another step in between.
    Moved,
    /// The group has no name.
    NoName,
}

impl Wrong {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoText => "no_text",
            Self::TooLong => "too_long",
            Self::NoOwner => "no_owner",
            Self::NoDay => "no_day",
            Self::NoReason => "no_reason",
            Self::NotNext => "not_next",
            Self::Moved => "moved",
            Self::NoName => "no_name",
        }
    }
    /// The field at which it is said.
    pub fn field(self) -> &'static str {
        match self {
            Self::NoOwner => "owner",
            Self::NoDay => "due",
            Self::NoReason => "note",
            Self::NoName => "name",
            Self::NotNext | Self::Moved | Self::Unreadable => "state",
            Self::NoText | Self::TooLong => "text",
        }
    }
}

/// What the meeting came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Something is decided.
    Decision(NoteText),
    /// Somebody does something by a day.
    Action {
        /// What.
        text: NoteText,
        /// Who.
        owner: UserId,
        /// By when.
        due: SchoolDay,
    },
}

/// Reads a decision or an action: the button that was pressed says which.
pub fn read_entry(fields: &Fields) -> Result<Entry, Wrong> {
    let words = || text(fields, "text").map_err(|_| Wrong::TooLong)?.ok_or(Wrong::NoText);
    match one_line(fields, "what").as_deref() {
        Some("decision") => Ok(Entry::Decision(words()?)),
        Some("action") => {
            let (text, (owner, due)) = (words()?, who_and_when(fields)?);
            Ok(Entry::Action { text, owner, due })
        }
        _ => Err(Wrong::Unreadable),
    }
}

/// Reads what can change of an action, as it follows on a state.
pub fn read_step(fields: &Fields, from: ActionState) -> Result<ActionNow, Wrong> {
    let state: ActionState =
        one_line(fields, "state").and_then(|word| word.parse().ok()).ok_or(Wrong::Unreadable)?;
    let (owner, due) = who_and_when(fields)?;
    let note = text(fields, "note").map_err(|_| Wrong::TooLong)?;
    from.step(state, note.is_some()).map_err(|wrong| match wrong {
        InvalidActionStep::NotNext => Wrong::NotNext,
        InvalidActionStep::NoReason => Wrong::NoReason,
    })?;
    Ok(ActionNow { state, owner, due, note })
}

fn who_and_when(fields: &Fields) -> Result<(UserId, SchoolDay), Wrong> {
    let owner = one_line(fields, "owner").and_then(|id| id.parse().ok()).ok_or(Wrong::NoOwner)?;
    let due = one_line(fields, "due").and_then(|day| day.parse().ok()).ok_or(Wrong::NoDay)?;
    Ok((owner, due))
}

/// Reads who was there and what held.
pub fn read_facts(fields: &Fields) -> Result<MeetingFacts, Wrong> {
    let is_ticked = |name: &str| fields.get(name).is_some_and(|value| value == "yes");
    let ticked = fields.keys().filter(|name| is_ticked(name)).filter_map(|name| name.strip_prefix("here_"));
    let mut attended: Vec<UserId> =
        ticked.map(|id| id.parse().map_err(|_| Wrong::Unreadable)).collect::<Result<_, _>>()?;
    attended.sort();
    let chair = match one_line(fields, "chair") {
        Some(id) => Some(id.parse().map_err(|_| Wrong::Unreadable)?),
        None => None,
    };
    let chair_name = one_line(fields, "chair_name").unwrap_or_default();
    let others = one_line(fields, "others").map(|others| others.replace("\r\n", "\n"));
    let too_long = |text: &str, most: usize| text.chars().count() > most;
    if too_long(&chair_name, NAME_CHARACTERS_MAX)
        || others.as_deref().is_some_and(|others| too_long(others, OTHERS_CHARACTERS_MAX))
    {
        return Err(Wrong::TooLong);
    }
    let checks = MeetingCheck::ALL.iter().filter(|check| is_ticked(&format!("check_{check}")));
    Ok(MeetingFacts { chair, chair_name, attended, others, checks: checks.copied().collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &[(&str, &str)]) -> Fields {
        text.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn an_action_needs_somebody_and_a_day_and_a_decision_needs_neither() {
        let owner = UserId::random().to_string();
        let text = ("text", "Call");
        for (typed, expected) in [
            (vec![("what", "decision"), text], None),
            (vec![("what", "decision")], Some(Wrong::NoText)),
            (vec![("what", "action"), text], Some(Wrong::NoOwner)),
            (vec![("what", "action"), text, ("owner", &owner)], Some(Wrong::NoDay)),
            (vec![("what", "action"), text, ("owner", &owner), ("due", "2025-10-17")], None),
            (vec![("what", "action"), text, ("owner", &owner), ("due", "soon")], Some(Wrong::NoDay)),
            (vec![text], Some(Wrong::Unreadable)),
        ] {
            assert_eq!(read_entry(&fields(&typed)).err(), expected, "{typed:?}");
        }
    }

    #[test]
    fn who_was_there_and_what_held_is_what_was_ticked() {
        let pat = UserId::random();
        let here = format!("here_{pat}");
        let typed = fields(&[
            (&here, "yes"),
            ("chair", ""),
            ("chair_name", " A guest "),
            ("check_data_used", "yes"),
            ("others", ""),
        ]);
        let facts = read_facts(&typed).unwrap();
        assert_eq!((facts.chair, facts.chair_name.as_str(), facts.others), (None, "A guest", None));
        assert_eq!((facts.attended, facts.checks), (vec![pat], vec![MeetingCheck::DataUsed]));
        assert_eq!(read_facts(&fields(&[("here_me", "yes")])), Err(Wrong::Unreadable));
    }
}
