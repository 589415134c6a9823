//! What changes a match from its proposal on.

use daymark_domain::{
    AccessBasis, ActivationBlock, FamilyAnswer, MatchId, MatchStatus, NoteText, NoticeKind, OfficialBecause,
    PauseReason, SchoolDay, UserId,
};
use daymark_sqlite::rusqlite::{Connection, Transaction, named_params, params};

use super::super::access::settle;
use super::super::audit::note;
use super::super::log::next_seq;
use super::super::values::{one, run};
use super::case;
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::proposals::{CaseChange, CaseChanged, CaseStep, FamilyNotice, MatchCase};

/// A step as its row has it.
pub(in crate::store::sqlite) struct NewStep<'a> {
    pub word: &'a str,
    pub reason: Option<&'a str>,
    pub note: Option<&'a str>,
    pub end_day: Option<SchoolDay>,
    pub day: SchoolDay,
    pub by: Option<UserId>,
    pub at: i64,
}

impl<'a> NewStep<'a> {
    pub fn of(word: &'a str, day: SchoolDay, by: Option<UserId>, at: i64) -> Self {
        Self { word, reason: None, note: None, end_day: None, day, by, at }
    }
}

pub(in crate::store::sqlite) fn add(
    db: &Connection,
    id: MatchId,
    step: &NewStep<'_>,
) -> Result<(), StoreError> {
    let row = named_params! {
        ":match_id": id.as_bytes(),
        ":step": step.word,
        ":reason": step.reason,
        ":note": step.note,
        ":end_day": step.end_day.map(SchoolDay::number),
        ":day": step.day.number(),
        ":staff_id": step.by.map(|by| *by.as_bytes()),
        ":at": step.at,
    };
    run(db, include_str!("add_step.sql"), row).map(drop)
}

pub(super) fn add_basis(
    db: &Connection,
    id: MatchId,
    basis: Option<AccessBasis>,
    because: Option<OfficialBecause>,
    notice: Option<i64>,
    (from, until): (Option<SchoolDay>, Option<SchoolDay>),
    (day, by, at): (SchoolDay, UserId, i64),
) -> Result<(), StoreError> {
    let row = named_params! {
        ":match_id": id.as_bytes(),
        ":basis": basis.map(|basis| basis.word()),
        ":because": because.map(|because| because.word()),
        ":notice_id": notice,
        ":from_day": from.map(SchoolDay::number),
        ":until_day": until.map(SchoolDay::number),
        ":day": day.number(),
        ":staff_id": by.as_bytes(),
        ":at": at,
    };
    run(db, include_str!("add_basis.sql"), row).map(drop)
}

/// Keeps what the family was told, signed or took back, with what follows from it.
pub(super) fn add_notice(
    tx: &Transaction<'_>,
    of: &CaseChange,
    notice: &FamilyNotice,
) -> Result<CaseChanged, StoreError> {
    let Some(case) = case(tx, of.school_id, of.id)? else { return Ok(CaseChanged::NotOfThisSchool) };
    if case.status == MatchStatus::Closed {
        return Ok(CaseChanged::Moved);
    }
    let number = insert_notice(tx, of, notice)?;
    match (notice.answer, &notice.consent) {
        (FamilyAnswer::Declines, _) => family_says_no(tx, of, &case, number)?,
        (_, Some(terms)) => {
            let (basis, period) = (AccessBasis::Consent, (Some(terms.from), Some(terms.until)));
            set_basis(tx, of.id, Some(basis), period, Some(terms.scope.word()))?;
            tell_phones(tx, of, &case)?;
            add_basis(tx, of.id, Some(basis), None, Some(number), period, of.moment())?;
        }
        _ => {}
    }
    if case.status == MatchStatus::Proposed && notice.answer != FamilyAnswer::Declines {
        set_status(tx, of.id, MatchStatus::FamilyNotified)?;
    }
    let what = match notice.kind {
        NoticeKind::Notice => "family_told",
        NoticeKind::Consent => "consent_recorded",
        NoticeKind::Withdrawal => "consent_withdrawn",
    };
    changed(tx, of, &case, what)
}

/// No phone holds the student any longer, whatever allowed it before.
fn family_says_no(
    tx: &Transaction<'_>,
    of: &CaseChange,
    case: &MatchCase,
    notice: i64,
) -> Result<(), StoreError> {
    if case.basis.is_some() {
        set_basis(tx, of.id, None, (None, None), None)?;
        add_basis(tx, of.id, None, None, Some(notice), (None, None), of.moment())?;
    }
    if case.status == MatchStatus::Active {
        let reason = Some(PauseReason::ConsentWithdrawn.word());
        add(tx, of.id, &NewStep { reason, ..of.step("pause") })?;
        set_status(tx, of.id, MatchStatus::Paused)?;
    }
    Ok(())
}

/// The mentor may know of the student as a school official from today on.
pub(super) fn set_official_basis(
    tx: &Transaction<'_>,
    of: &CaseChange,
    because: OfficialBecause,
) -> Result<CaseChanged, StoreError> {
    let Some(case) = case(tx, of.school_id, of.id)? else { return Ok(CaseChanged::NotOfThisSchool) };
    if case.status == MatchStatus::Closed {
        return Ok(CaseChanged::Moved);
    }
    if case.answer == Some(FamilyAnswer::Declines) {
        return Ok(CaseChanged::Blocked(vec![ActivationBlock::FamilyDeclines]));
    }
    let (basis, period) = (Some(AccessBasis::SchoolOfficial), (Some(of.today), None));
    set_basis(tx, of.id, basis, period, None)?;
    tell_phones(tx, of, &case)?;
    add_basis(tx, of.id, basis, Some(because), None, period, of.moment())?;
    changed(tx, of, &case, "match_basis_set")
}

/// Takes a step where the match is and nothing keeps it from that.
pub(super) fn take(tx: &Transaction<'_>, of: &CaseChange, step: CaseStep) -> Result<CaseChanged, StoreError> {
    // What ran out today keeps a match from beginning today.
    settle(tx, of.school_id, of.today, of.at)?;
    let Some(case) = case(tx, of.school_id, of.id)? else { return Ok(CaseChanged::NotOfThisSchool) };
    if !follows(&step, case.status) {
        return Ok(CaseChanged::Moved);
    }
    let blocks = case.preparation().blocks(of.today);
    if matches!(step, CaseStep::Activate | CaseStep::Resume) && !blocks.is_empty() {
        return Ok(CaseChanged::Blocked(blocks));
    }
    let what = match &step {
        CaseStep::Activate => {
            add(tx, of.id, &of.step("activate"))?;
            set_status(tx, of.id, MatchStatus::Active)?;
            "match_activated"
        }
        CaseStep::Pause(reason, note) => {
            let (reason, note) = (Some(reason.word()), note.as_ref().map(NoteText::as_str));
            add(tx, of.id, &NewStep { reason, note, ..of.step("pause") })?;
            set_status(tx, of.id, MatchStatus::Paused)?;
            "match_paused"
        }
        CaseStep::Resume => {
            add(tx, of.id, &of.step("resume"))?;
            set_status(tx, of.id, MatchStatus::Active)?;
            "match_resumed"
        }
        CaseStep::Withdraw(note) => {
            add(tx, of.id, &NewStep { note: note.as_ref().map(NoteText::as_str), ..of.step("withdraw") })?;
            let end = params![of.id.as_bytes(), of.today.number(), of.at];
            run(tx, include_str!("withdraw.sql"), end)?;
            "proposal_withdrawn"
        }
        CaseStep::ExpectEnd(day) => {
            add(tx, of.id, &NewStep { end_day: Some(*day), ..of.step("end_expected") })?;
            run(tx, include_str!("set_expected_end.sql"), params![of.id.as_bytes(), day.number()])?;
            "match_end_expected"
        }
    };
    changed(tx, of, &case, what)
}

fn follows(step: &CaseStep, status: MatchStatus) -> bool {
    match step {
        CaseStep::Activate => status.is_in_preparation(),
        CaseStep::Withdraw(_) => status.is_in_preparation(),
        CaseStep::Pause(..) => status == MatchStatus::Active,
        CaseStep::Resume => status == MatchStatus::Paused,
        CaseStep::ExpectEnd(_) => status != MatchStatus::Closed,
    }
}

fn changed(
    tx: &Transaction<'_>,
    of: &CaseChange,
    case: &MatchCase,
    what: &str,
) -> Result<CaseChanged, StoreError> {
    note(tx, &AccessEvent::by_staff(of.at, of.by, of.school_id, what).about(case.student_id))?;
    settle(tx, of.school_id, of.today, of.at)?;
    Ok(CaseChanged::Yes)
}

fn set_status(db: &Connection, id: MatchId, status: MatchStatus) -> Result<(), StoreError> {
    run(db, include_str!("set_status.sql"), params![id.as_bytes(), status.word()]).map(drop)
}

fn set_basis(
    db: &Connection,
    id: MatchId,
    basis: Option<AccessBasis>,
    (from, until): (Option<SchoolDay>, Option<SchoolDay>),
    scope: Option<&str>,
) -> Result<(), StoreError> {
    let (from, until) = (from.map(SchoolDay::number), until.map(SchoolDay::number));
    let row = params![id.as_bytes(), basis.map(|basis| basis.word()), from, until, scope];
    run(db, include_str!("set_basis.sql"), row).map(drop)
}

/// What may lie on a phone that has the student is more or less than before: the student's row goes out again.
fn tell_phones(tx: &Transaction<'_>, of: &CaseChange, case: &MatchCase) -> Result<(), StoreError> {
    if !case.on_phones {
        return Ok(());
    }
    let seq = next_seq(tx, of.school_id, "match", Some(case.student_id.as_bytes()), of.at)?;
    run(tx, include_str!("tell_phones.sql"), params![of.id.as_bytes(), seq]).map(drop)
}

/// The number of its row.
fn insert_notice(db: &Connection, of: &CaseChange, notice: &FamilyNotice) -> Result<i64, StoreError> {
    let consent = notice.consent.as_ref();
    let row = named_params! {
        ":match_id": of.id.as_bytes(),
        ":kind": notice.kind.word(),
        ":language": notice.language,
        ":channel": notice.channel.word(),
        ":day": notice.day.number(),
        ":told_by": notice.told_by,
        ":answered_by": notice.answered_by,
        ":answer": notice.answer.word(),
        ":note": notice.note.as_ref().map(NoteText::as_str),
        ":scope": consent.map(|terms| terms.scope.word()),
        ":purpose": consent.map(|terms| terms.purpose.as_str()),
        ":recipient": consent.map(|terms| terms.recipient.as_str()),
        ":from_day": consent.map(|terms| terms.from.number()),
        ":until_day": consent.map(|terms| terms.until.number()),
        ":signed_how": consent.map(|terms| terms.signed.word()),
        ":staff_id": of.by.as_bytes(),
        ":at": of.at,
    };
    let number = one(db, include_str!("add_notice.sql"), row, |row| Ok(row.get(0)?))?;
    number.ok_or(StoreError::Unreadable { what: "notice" })
}

impl CaseChange {
    fn step<'a>(&self, word: &'a str) -> NewStep<'a> {
        NewStep::of(word, self.today, Some(self.by), self.at)
    }
    fn moment(&self) -> (SchoolDay, UserId, i64) {
        (self.today, self.by, self.at)
    }
}
