//! Matches from their proposal on, in SQLite. Each change ends with the gate.

mod events;
pub(super) mod steps;

use async_trait::async_trait;
use daymark_domain::{
    AccessBasis, BasisPeriod, MatchId, MentorId, OfficialBecause, Rationale, SchoolDay, SchoolId, StudentId,
    UserId, Window,
};
use daymark_sqlite::rusqlite::{Connection, Row, named_params, params};

use super::SqliteStore;
use super::access::settle;
use super::audit::note;
use super::fits::{gaps, has_room, rules};
use super::settings::settings;
use super::values::{all, day, id, one, optional_day, run, word};
use crate::service::rules::Rulebook;
use crate::store::StoreError;
use crate::store::audit::AccessEvent;
use crate::store::proposals::{
    CaseChange, CaseChanged, CaseEvent, CaseStep, FamilyNotice, MatchCase, NewProposal, ProposalStore,
    Proposed,
};
use steps::NewStep;

#[async_trait]
impl ProposalStore for SqliteStore {
    async fn last_school_day(
        &self,
        school: SchoolId,
        day: SchoolDay,
    ) -> Result<Option<SchoolDay>, StoreError> {
        self.read(move |db| last_school_day(db, school, day)).await
    }

    async fn propose_match(&self, new: NewProposal) -> Result<Proposed, StoreError> {
        self.write(move |tx| {
            if !are_of_school(tx, new.school_id, new.student_id, new.mentor_id)? {
                return Ok(Proposed::NotOfThisSchool);
            }
            let pair = params![new.student_id.as_bytes(), new.mentor_id.as_bytes()];
            if one(tx, include_str!("pair.sql"), pair, |_| Ok(()))?.is_some() {
                return Ok(Proposed::Already);
            }
            if new.beyond_room.is_none() && !has_room(tx, new.mentor_id)? {
                return Ok(Proposed::NoRoom);
            }
            let row = named_params! {
                ":id": new.id.as_bytes(),
                ":school_id": new.school_id.as_bytes(),
                ":student_id": new.student_id.as_bytes(),
                ":mentor_id": new.mentor_id.as_bytes(),
                ":start_day": new.start_day.number(),
                ":wake_up_calls": new.wake_up_calls,
                ":rationale": new.rationale_text,
                ":expected_end_day": new.expected_end.map(SchoolDay::number),
                ":variant": new.variant,
                ":at": new.at,
            };
            run(tx, include_str!("propose.sql"), row)?;
            let codes = new.rationale.iter().map(|code| code.word()).collect::<Vec<_>>().join(" ");
            run(tx, include_str!("add_rationale.sql"), params![new.id.as_bytes(), codes])?;
            if let Some(variant) = &new.variant {
                let mark = params![new.id.as_bytes(), variant, new.by.as_bytes(), new.at];
                run(tx, include_str!("../variants/add.sql"), mark)?;
            }
            let (end_day, note_of_step) = (new.expected_end, new.beyond_room.as_deref());
            let step = NewStep::of("proposed", new.today, Some(new.by), new.at);
            steps::add(tx, new.id, &NewStep { end_day, note: note_of_step, ..step })?;
            let seen = AccessEvent::by_staff(new.at, new.by, new.school_id, "match_proposed");
            note(tx, &seen.about(new.student_id))?;
            settle(tx, new.school_id, new.today, new.at)?;
            Ok(Proposed::Yes)
        })
        .await
    }

    async fn match_cases(&self, school: SchoolId) -> Result<Vec<MatchCase>, StoreError> {
        self.read(move |db| cases(db, school, None)).await
    }

    async fn match_case(&self, school: SchoolId, id: MatchId) -> Result<Option<MatchCase>, StoreError> {
        self.read(move |db| case(db, school, id)).await
    }

    async fn case_events(&self, school: SchoolId, id: MatchId) -> Result<Vec<CaseEvent>, StoreError> {
        self.read(move |db| match case(db, school, id)? {
            Some(_) => events::of(db, id),
            None => Ok(Vec::new()),
        })
        .await
    }

    async fn add_notice(&self, of: CaseChange, notice: FamilyNotice) -> Result<CaseChanged, StoreError> {
        self.write(move |tx| steps::add_notice(tx, &of, &notice)).await
    }

    async fn set_official_basis(
        &self,
        of: CaseChange,
        because: OfficialBecause,
    ) -> Result<CaseChanged, StoreError> {
        self.write(move |tx| steps::set_official_basis(tx, &of, because)).await
    }

    async fn take_case_step(&self, of: CaseChange, step: CaseStep) -> Result<CaseChanged, StoreError> {
        self.write(move |tx| steps::take(tx, &of, step)).await
    }
}

/// The mentor works at the school, and the student is or was enrolled there.
pub(super) fn are_of_school(
    db: &Connection,
    school: SchoolId,
    student: StudentId,
    mentor: MentorId,
) -> Result<bool, StoreError> {
    let both = params![school.as_bytes(), student.as_bytes(), mentor.as_bytes()];
    Ok(one(db, include_str!("are_of_school.sql"), both, |_| Ok(()))?.is_some())
}

fn last_school_day(
    db: &Connection,
    school: SchoolId,
    day: SchoolDay,
) -> Result<Option<SchoolDay>, StoreError> {
    // A setting that cannot be used is told of where figures are made; the year then begins as it usually does.
    let rules = Rulebook::read(settings(db)?).rules(Some(school), day).map(|in_force| in_force.rules);
    let year = Window::school_year(day, rules.unwrap_or_default().school_year_starts);
    let of = params![school.as_bytes(), year.first.number(), year.last.number()];
    Ok(one(db, include_str!("last_school_day.sql"), of, |row| optional_day(row, 0))?.flatten())
}

/// Says of a match that was added as active why it may be: its mentor counts as a school official. It is expected to
/// last as long as the school year.
pub(super) fn added_as_active(
    db: &Connection,
    (school, id): (SchoolId, MatchId),
    start: SchoolDay,
    by: UserId,
    at: i64,
) -> Result<(), StoreError> {
    let end = last_school_day(db, school, start)?.map(SchoolDay::number);
    run(db, include_str!("set_expected_end.sql"), params![id.as_bytes(), end])?;
    steps::add(db, id, &NewStep::of("proposed", start, Some(by), at))?;
    steps::add_basis(
        db,
        id,
        Some(AccessBasis::SchoolOfficial),
        None,
        None,
        (Some(start), None),
        (start, by, at),
    )?;
    steps::add(db, id, &NewStep::of("activate", start, Some(by), at))
}

/// A step of the history of a match: its mentor calls before the bell from now on, or no more.
pub(super) fn note_wake_up_calls(
    db: &Connection,
    of: &CaseChange,
    wake_up_calls: bool,
) -> Result<(), StoreError> {
    let word = if wake_up_calls { "wake_up_calls_begin" } else { "wake_up_calls_end" };
    steps::add(db, of.id, &NewStep::of(word, of.today, Some(of.by), of.at))
}

fn cases(db: &Connection, school: SchoolId, which: Option<MatchId>) -> Result<Vec<MatchCase>, StoreError> {
    let family_first = rules(db, school)?.family_first;
    let of = params![school.as_bytes(), which.map(|id| *id.as_bytes())];
    let mut cases = all(db, include_str!("cases.sql"), of, read_case)?;
    for case in &mut cases {
        case.family_first = family_first.holds_in(case.grade.as_deref());
    }
    Ok(cases)
}

fn case(db: &Connection, school: SchoolId, id: MatchId) -> Result<Option<MatchCase>, StoreError> {
    Ok(cases(db, school, Some(id))?.pop())
}

fn read_case(row: &Row<'_>) -> Result<MatchCase, StoreError> {
    let basis: Option<AccessBasis> = optional_word(row, "basis")?;
    let (from, until) = (optional_day(row, 6)?, optional_day(row, 7)?);
    let codes: Option<String> = row.get("codes")?;
    let codes: Result<Vec<Rationale>, _> =
        codes.unwrap_or_default().split_whitespace().map(str::parse).collect();
    Ok(MatchCase {
        id: id(row, 0, MatchId::from_bytes)?,
        student_id: id(row, 1, StudentId::from_bytes)?,
        student_name: row.get("student_name")?,
        given_name: row.get("given_name")?,
        grade: row.get("grade")?,
        mentor_id: id(row, 2, MentorId::from_bytes)?,
        mentor_name: row.get("mentor_name")?,
        gaps: gaps(row)?,
        status: word(row, "status")?,
        start_day: day(row, 3)?,
        end_day: optional_day(row, 4)?,
        expected_end: optional_day(row, 5)?,
        basis: basis.map(|basis| BasisPeriod { basis, from, until }),
        basis_scope: row.get("basis_scope")?,
        answer: optional_word(row, "answer")?,
        family_first: false,
        rationale: codes.map_err(|_| StoreError::Unreadable { what: "rationale" })?,
        rationale_text: row.get("rationale_text")?,
        variant: row.get("variant")?,
        on_phones: row.get("on_phones")?,
        phones: row.get("phones")?,
    })
}

/// A word that may be missing.
fn optional_word<T: std::str::FromStr>(row: &Row<'_>, column: &'static str) -> Result<Option<T>, StoreError> {
    let word: Option<String> = row.get(column)?;
    word.map(|word| word.parse()).transpose().map_err(|_| StoreError::Unreadable { what: column })
}
