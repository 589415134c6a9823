//! What staff typed into the forms of matching, read into what can be stored; or which field keeps it from that.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use daymark_domain::{
    Availability, CandidateDecision, ConsentSigned, DecisionReason, FamilyAnswer, FamilyFirst, FitFactor,
    FitWeights, GrantedField, Holds, InvalidDecision, InvalidNote, MatchId, MentorId, NoteText, NoticeKind,
    OfficialBecause, PauseReason, Rationale, SchoolDay, StudentId, may_grant_until,
};

use crate::store::candidates::MenteeProfile;
use crate::store::fits::MatchingRules;
use crate::store::proposals::{CaseChange, CaseStep, ConsentTerms, FamilyNotice, NewProposal};
use crate::store::sessions::SignedIn;

/// The fields of a form as they were sent.
pub type Fields = HashMap<String, String>;

/// The most characters of a name, a language, a purpose.
pub const LINE_CHARACTERS_MAX: usize = 200;
/// The most characters of why these two, and of each part of a profile.
pub const TEXT_CHARACTERS_MAX: usize = 500;

/// Why a form was not taken: at which field, and by which word the catalogue says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The field.
    pub field: &'static str,
    /// The word.
    pub why: &'static str,
}

const fn wrong(field: &'static str, why: &'static str) -> Wrong {
    Wrong { field, why }
}

/// What is decided about a candidate.
pub struct DecisionFields {
    /// What.
    pub decision: CandidateDecision,
    /// Why.
    pub reason: DecisionReason,
    /// In words.
    pub note: Option<NoteText>,
    /// When it is looked at again.
    pub look_again: Option<SchoolDay>,
}

/// Reads a decision. The day to look again belongs to a student who waits: of the others what stood there is left out.
pub fn read_decision(fields: &Fields, today: SchoolDay) -> Result<DecisionFields, Wrong> {
    // One list of choices, so that no reason can stand with another decision.
    let (decision, reason) = one_line(fields, "choice")
        .and_then(|choice| {
            choice.split_once('.').map(|(decision, reason)| (decision.parse(), reason.parse()))
        })
        .ok_or(wrong("choice", "choose"))?;
    let decision: CandidateDecision = decision.map_err(|_| wrong("choice", "choose"))?;
    let reason: DecisionReason = reason.map_err(|_| wrong("choice", "choose"))?;
    let note = note(fields, "note")?;
    let look_again = day(fields, "look_again")?.filter(|_| decision == CandidateDecision::Wait);
    decision.check(reason, note.is_some(), look_again, today).map_err(|why| match why {
        InvalidDecision::OtherReason => wrong("choice", "choose"),
        InvalidDecision::NoWords => wrong("note", "no_words"),
        InvalidDecision::NoDay => wrong("look_again", "no_day"),
        InvalidDecision::DayIsOver | InvalidDecision::DayWithoutWaiting => wrong("look_again", "day_is_over"),
    })?;
    Ok(DecisionFields { decision, reason, note, look_again })
}

/// Reads what a student says of themselves; everything may be empty.
pub fn read_profile(fields: &Fields) -> Result<MenteeProfile, Wrong> {
    let text = |name| text(fields, name).map(Option::unwrap_or_default);
    Ok(MenteeProfile {
        interests: text("interests")?,
        strengths: text("strengths")?,
        preferences: text("preferences")?,
        availability: ticked(fields, "time_", Availability::ALL, |part| part.word())
            .into_iter()
            .collect::<BTreeSet<_>>(),
    })
}

/// Reads what staff know of two people.
pub fn read_pair(fields: &Fields) -> Result<Vec<(FitFactor, Holds)>, Wrong> {
    let recorded = FitFactor::ALL.iter().filter(|factor| factor.is_recorded());
    let read = |factor: &FitFactor| {
        let holds = fields.get(factor.word()).and_then(|word| word.parse().ok());
        holds.map(|holds| (*factor, holds)).ok_or(wrong("pair", "choose"))
    };
    recorded.map(read).collect()
}

/// Reads how a school matches.
pub fn read_rules(fields: &Fields) -> Result<MatchingRules, Wrong> {
    let mut weights = [0; 5];
    for (weight, factor) in weights.iter_mut().zip(FitFactor::ALL) {
        let typed = fields.get(factor.word()).map(String::as_str).unwrap_or_default();
        *weight = typed.trim().parse().map_err(|_| wrong("weights", "weights"))?;
    }
    let weights = FitWeights::new(weights).ok_or(wrong("weights", "weights"))?;
    let family_first = match fields.get("family_first").map(String::as_str) {
        Some("none") => FamilyFirst(None),
        grade => FamilyFirst(grade.and_then(|grade| grade.parse().ok()).filter(|grade| *grade <= 12)),
    };
    match (family_first.0, fields.get("family_first").map(String::as_str)) {
        (Some(_), _) | (None, Some("none")) => Ok(MatchingRules { weights, family_first }),
        _ => Err(wrong("family_first", "choose")),
    }
}

/// What a proposal says, beside who makes it.
pub struct ProposalFields {
    /// The student.
    pub student_id: StudentId,
    /// The first day.
    pub start_day: SchoolDay,
    /// The last day, as it is expected.
    pub expected_end: Option<SchoolDay>,
    /// Whether the mentor calls before the bell.
    pub wake_up_calls: bool,
    /// Why these two.
    pub rationale: Vec<Rationale>,
    /// The same in words.
    pub rationale_text: Option<String>,
    /// What it tries, of the learning agenda.
    pub variant: Option<String>,
    /// Why this mentor though they have no room.
    pub beyond_room: Option<String>,
    /// Why the mentor is a school official; none: that is still to be said.
    pub because: Option<OfficialBecause>,
    /// What the family was told; none: nothing yet.
    pub notice: Option<FamilyNotice>,
}

impl ProposalFields {
    /// The proposal of these two.
    pub fn proposal(&self, mentor_id: MentorId, who: &SignedIn, today: SchoolDay, at: i64) -> NewProposal {
        NewProposal {
            id: MatchId::random(),
            school_id: who.school_id,
            student_id: self.student_id,
            mentor_id,
            start_day: self.start_day,
            expected_end: self.expected_end,
            wake_up_calls: self.wake_up_calls,
            rationale: self.rationale.clone(),
            rationale_text: self.rationale_text.clone(),
            variant: self.variant.clone(),
            beyond_room: self.beyond_room.clone(),
            today,
            by: who.staff_id,
            at,
        }
    }
}

/// Reads a proposal, with what is known of basis and family.
pub fn read_proposal(fields: &Fields, who: &SignedIn, today: SchoolDay) -> Result<ProposalFields, Wrong> {
    let student_id = word(fields, "student")?.ok_or(wrong("student", "choose"))?;
    let start_day = day(fields, "start_day")?.ok_or(wrong("start_day", "no_day"))?;
    let expected_end = day(fields, "expected_end")?;
    if expected_end.is_some_and(|end| end <= start_day) {
        return Err(wrong("expected_end", "ends_before"));
    }
    let rationale = ticked(fields, "why_", Rationale::ALL, |code| code.word());
    if rationale.is_empty() {
        return Err(wrong("rationale_codes", "no_rationale"));
    }
    let rationale_text = text(fields, "rationale")?.ok_or(wrong("rationale", "no_words"))?;
    let is_told = one_line(fields, "channel").is_some();
    Ok(ProposalFields {
        student_id,
        start_day,
        expected_end,
        wake_up_calls: fields.contains_key("wake_up_calls"),
        rationale,
        rationale_text: Some(rationale_text),
        variant: line(fields, "variant")?,
        beyond_room: text(fields, "beyond_room")?,
        because: word(fields, "because")?,
        notice: is_told.then(|| read_notice(fields, NoticeKind::Notice, &who.name, today)).transpose()?,
    })
}

/// Reads what the family was told, signed or took back.
pub fn read_notice(
    fields: &Fields,
    kind: NoticeKind,
    told_by: &str,
    today: SchoolDay,
) -> Result<FamilyNotice, Wrong> {
    let noticed = day(fields, "notice_day")?.unwrap_or(today);
    if noticed > today {
        return Err(wrong("notice_day", "day_to_come"));
    }
    let answered_by = line(fields, "answered_by")?;
    let answer = match kind {
        NoticeKind::Notice => word(fields, "answer")?.ok_or(wrong("answer", "choose"))?,
        NoticeKind::Consent => FamilyAnswer::Agrees,
        NoticeKind::Withdrawal => FamilyAnswer::Declines,
    };
    if answered_by.is_none() && answer != FamilyAnswer::NoAnswer {
        return Err(wrong("answered_by", "nobody_answered"));
    }
    Ok(FamilyNotice {
        kind,
        language: line(fields, "language")?.ok_or(wrong("language", "no_language"))?,
        channel: word(fields, "channel")?.ok_or(wrong("channel", "choose"))?,
        day: noticed,
        told_by: line(fields, "told_by")?.unwrap_or_else(|| told_by.to_owned()),
        answered_by,
        answer,
        note: note(fields, "note")?,
        consent: (kind == NoticeKind::Consent).then(|| read_consent(fields, noticed)).transpose()?,
    })
}

/// Everything that 34 CFR 99.30 asks of a written consent.
fn read_consent(fields: &Fields, signed_day: SchoolDay) -> Result<ConsentTerms, Wrong> {
    let from = day(fields, "from")?.unwrap_or(signed_day);
    let until = day(fields, "until")?.ok_or(wrong("until", "no_day"))?;
    if until < from {
        return Err(wrong("until", "ends_before"));
    }
    Ok(ConsentTerms {
        scope: word(fields, "scope")?.ok_or(wrong("scope", "choose"))?,
        purpose: line(fields, "purpose")?.ok_or(wrong("purpose", "no_words"))?,
        recipient: line(fields, "recipient")?.ok_or(wrong("recipient", "no_words"))?,
        from,
        until,
        signed: word::<ConsentSigned>(fields, "signed")?.ok_or(wrong("signed", "choose"))?,
    })
}

/// Reads why a mentor is a school official.
pub fn read_basis(fields: &Fields) -> Result<OfficialBecause, Wrong> {
    word(fields, "because")?.ok_or(wrong("because", "choose"))
}

/// What the form of a grant says.
pub struct GrantFields {
    /// What.
    pub field: GrantedField,
    /// Why.
    pub reason: String,
    /// Its last day.
    pub until: SchoolDay,
}

/// Reads a grant of a field.
pub fn read_grant(fields: &Fields, today: SchoolDay) -> Result<GrantFields, Wrong> {
    let field = word(fields, "field")?.ok_or(wrong("field", "choose"))?;
    let reason = line(fields, "reason")?.ok_or(wrong("reason", "no_words"))?;
    let until = day(fields, "until")?.ok_or(wrong("until", "no_day"))?;
    match may_grant_until(today, until) {
        true => Ok(GrantFields { field, reason, until }),
        false => Err(wrong("until", "grant_days")),
    }
}

/// Reads a step of a match.
pub fn read_step(fields: &Fields, of: &CaseChange) -> Result<CaseStep, Wrong> {
    match fields.get("step").map(String::as_str) {
        Some("activate") => Ok(CaseStep::Activate),
        Some("resume") => Ok(CaseStep::Resume),
        Some("withdraw") => Ok(CaseStep::Withdraw(note(fields, "note")?)),
        Some("pause") => {
            let reason = word(fields, "reason")?.ok_or(wrong("reason", "choose"))?;
            let note = note(fields, "note")?;
            let wants_words = reason == PauseReason::Other && note.is_none();
            if wants_words { Err(wrong("note", "no_words")) } else { Ok(CaseStep::Pause(reason, note)) }
        }
        Some("end_expected") => {
            let end = day(fields, "expected_end")?.ok_or(wrong("expected_end", "no_day"))?;
            if end < of.today {
                Err(wrong("expected_end", "day_is_over"))
            } else {
                Ok(CaseStep::ExpectEnd(end))
            }
        }
        _ => Err(wrong("step", "choose")),
    }
}

/// A field's text without the space around it; none when nothing is left.
pub fn one_line(fields: &Fields, name: &str) -> Option<String> {
    let text = fields.get(name)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn line(fields: &Fields, name: &'static str) -> Result<Option<String>, Wrong> {
    at_most(one_line(fields, name), LINE_CHARACTERS_MAX, name)
}

fn text(fields: &Fields, name: &'static str) -> Result<Option<String>, Wrong> {
    let text = one_line(fields, name).map(|text| text.replace("\r\n", "\n"));
    at_most(text, TEXT_CHARACTERS_MAX, name)
}

fn at_most(text: Option<String>, most: usize, name: &'static str) -> Result<Option<String>, Wrong> {
    match text {
        Some(text) if text.chars().count() > most => Err(wrong(name, "too_long")),
        text => Ok(text),
    }
}

fn note(fields: &Fields, name: &'static str) -> Result<Option<NoteText>, Wrong> {
    let Some(typed) = fields.get(name) else { return Ok(None) };
    match NoteText::try_from(typed.replace("\r\n", "\n")) {
        Ok(text) => Ok(Some(text)),
        Err(InvalidNote::Empty) => Ok(None),
        Err(InvalidNote::TooLong { .. }) => Err(wrong(name, "too_long")),
    }
}

fn day(fields: &Fields, name: &'static str) -> Result<Option<SchoolDay>, Wrong> {
    one_line(fields, name).map(|text| text.parse()).transpose().map_err(|_| wrong(name, "no_date"))
}

fn word<T: FromStr>(fields: &Fields, name: &'static str) -> Result<Option<T>, Wrong> {
    one_line(fields, name).map(|text| text.parse()).transpose().map_err(|_| wrong(name, "choose"))
}

/// Those of the words whose box was ticked; a box that is not ticked is not sent.
fn ticked<T: Copy>(fields: &Fields, prefix: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Vec<T> {
    all.iter().copied().filter(|of| fields.contains_key(&format!("{prefix}{}", word(*of)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn today() -> SchoolDay {
        "2025-10-14".parse().unwrap()
    }

    #[test]
    fn a_consent_names_records_purpose_recipient_days_and_how_it_was_signed() {
        let whole = [
            ("answered_by", "Dee Dyer, mother"),
            ("language", "Spanish"),
            ("channel", "letter"),
            ("scope", "attendance_and_contacts"),
            ("purpose", "Mentoring for attendance"),
            ("recipient", "Ana Ruiz"),
            ("until", "2026-05-29"),
            ("signed", "on_paper"),
        ];
        let read = |fields: &Fields| read_notice(fields, NoticeKind::Consent, "Kim", today()).map(|_| ());
        assert_eq!(read(&fields(&whole)), Ok(()));
        for (missing, _) in whole {
            let mut fields = fields(&whole);
            fields.remove(missing);
            assert_eq!(read(&fields).map_err(|wrong| wrong.field), Err(missing));
        }
        let over = fields(&[&whole[..], &[("until", "2025-10-13")]].concat());
        assert_eq!(read(&over), Err(wrong("until", "ends_before")));
        let to_come = fields(&[&whole[..], &[("notice_day", "2025-10-15")]].concat());
        assert_eq!(read(&to_come), Err(wrong("notice_day", "day_to_come")));
    }

    #[test]
    fn weights_and_the_grade_are_read_within_bounds() {
        let mut typed = fields(&[("family_first", "none")]);
        for factor in FitFactor::ALL {
            typed.insert(factor.word().to_owned(), "2".to_owned());
        }
        let rules = read_rules(&typed).ok().unwrap();
        assert_eq!((rules.weights.all(), rules.family_first), ([2; 5], FamilyFirst(None)));
        for (name, value, expected) in [
            ("known_to_family", "6", wrong("weights", "weights")),
            ("known_to_family", "", wrong("weights", "weights")),
            ("family_first", "13", wrong("family_first", "choose")),
            ("family_first", "", wrong("family_first", "choose")),
        ] {
            let mut typed = typed.clone();
            typed.insert(name.to_owned(), value.to_owned());
            assert_eq!(read_rules(&typed).map(|_| ()), Err(expected), "{name} {value}");
        }
    }
}
