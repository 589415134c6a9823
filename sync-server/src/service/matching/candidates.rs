//! The report of candidates, with what was decided about each student since.

use std::cmp::Reverse;
use std::collections::HashMap;

use daymark_domain::{
    CandidateDecision, CandidateState, Concern, Ratio, Rules, SchoolDay, SchoolId, StudentId, Tier,
    candidate_state,
};
use daymark_reports::{CandidateRow, CandidatesReport, FigureFace, Reason, ReportName, candidates as report};

use crate::reports::{Past, Question, ReportError, facts};
use crate::store::candidates::{CandidateRecord, CandidateStudent};
use crate::store::fields::{FieldClass, Readable};
use crate::store::reports::Whom;
use crate::store::{Store, StoreError};

/// A student on the list.
pub struct Candidate {
    /// Who.
    pub student: CandidateStudent,
    /// Which rules fired, with their numbers.
    pub row: CandidateRow,
    /// The decision in force.
    pub record: Option<CandidateRecord>,
    /// Where it stands.
    pub state: CandidateState,
}

impl Candidate {
    fn of(
        student: CandidateStudent,
        row: CandidateRow,
        record: Option<CandidateRecord>,
        today: SchoolDay,
    ) -> Self {
        let state = candidate_state(record.as_ref().map(CandidateRecord::decided), &findings(&row), today);
        Self { student, row, record, state }
    }
    /// As somebody reads it who may read these fields.
    pub fn as_read(mut self, fields: Readable) -> Self {
        self.student = self.student.as_read(fields);
        self.record = fields.of_class(FieldClass::Candidacy, self.record);
        self.row.reasons = fields.of_class(FieldClass::Attendance, self.row.reasons);
        self.row.concerns.retain(|of| fields.has(FieldClass::of_concern(of.concern)));
        self
    }
    /// Somebody has to decide: nobody has, or something is new; and nobody mentors the student yet.
    pub fn is_open(&self) -> bool {
        self.state != CandidateState::Decided && !self.has_mentor()
    }
    /// Somebody mentors the student.
    pub fn has_mentor(&self) -> bool {
        !self.student.mentors.is_empty()
    }
    /// What is decided.
    pub fn decision(&self) -> Option<CandidateDecision> {
        self.record.as_ref().map(|record| record.decision)
    }
    /// The rules that fired, by their words.
    pub fn rules(&self) -> Vec<String> {
        findings(&self.row).into_iter().map(|(rule, _)| rule).collect()
    }
}

/// The list of a school.
pub struct Candidates {
    /// The last day that counts.
    pub as_of: SchoolDay,
    /// The rules that held.
    pub rules: Rules,
    /// The students: those to decide about first, then by need.
    pub students: Vec<Candidate>,
}

/// Makes the list; none: no attendance is recorded yet.
pub async fn candidates(
    store: &dyn Store,
    school: SchoolId,
    today: SchoolDay,
) -> Result<Option<Candidates>, ReportError> {
    let Some((report, rules)) = reported(store, school, Whom::Everybody).await? else { return Ok(None) };
    let as_of = report.head.as_of;
    let rows = report.students.into_iter().map(|row| (row.student_id.clone(), row));
    let mut rows: HashMap<String, CandidateRow> = rows.collect();
    let mut records = store.decisions_in_force(school).await?;
    let mut students = Vec::with_capacity(rows.len());
    for student in store.candidate_students(school, as_of).await? {
        if let Some(row) = rows.remove(&student.sis_id) {
            let record = records.remove(&student.id);
            students.push(Candidate::of(student, row, record, today));
        }
    }
    // Stable: equal need goes by name.
    students.sort_by_cached_key(|of| (!of.is_open(), of.has_mentor(), of.state, Reverse(need(&of.row.now))));
    Ok(Some(Candidates { as_of, rules, students }))
}

/// One student of the list; none: not on it.
pub async fn candidate(
    store: &dyn Store,
    school: SchoolId,
    student: StudentId,
    today: SchoolDay,
) -> Result<Option<(Candidate, Rules)>, ReportError> {
    let Some((report, rules)) = reported(store, school, Whom::One(student)).await? else { return Ok(None) };
    // The report has nobody but who is enrolled at the school.
    let Some(row) = report.students.into_iter().next() else { return Ok(None) };
    let Some(of) = store.candidate_student(school, student).await? else { return Ok(None) };
    // The latest stands first.
    let record = store.decisions_about(school, student).await?.into_iter().next();
    Ok(Some((Candidate::of(of, row, record, today), rules)))
}

/// The report with the rules that held; none: no attendance is recorded yet.
async fn reported(
    store: &dyn Store,
    school: SchoolId,
    whom: Whom,
) -> Result<Option<(CandidatesReport, Rules)>, ReportError> {
    let past = Past::of(ReportName::Candidates);
    let question = Question { school: Some(school), whom, past, ..Question::default() };
    let facts = match facts(store, &question).await {
        Err(ReportError::NothingRecorded) => return Ok(None),
        facts => facts?,
    };
    let rules = facts.school(school).map(|of| of.rules.rules.clone()).unwrap_or_default();
    let made = tokio::task::spawn_blocking(move || report(&facts)).await;
    Ok(Some((made.map_err(|_| StoreError::Stopped)?, rules)))
}

/// Each rule that fired with the day on which it did, where it has one.
fn findings(row: &CandidateRow) -> Vec<(String, Option<SchoolDay>)> {
    let reasons = row.reasons.iter().map(|reason| match reason {
        Reason::ChronicNow { .. } => ("chronic_now".to_owned(), None),
        Reason::Signal(signal) => (signal.rule.word().to_owned(), Some(signal.fired_on)),
    });
    let concerns = row.concerns.iter().map(|concern| (concern_rule(concern.model, concern.concern), None));
    reasons.chain(concerns).collect()
}

/// `check_and_connect.detentions`: one rule for each thing that an indicator is about.
fn concern_rule(model: &str, concern: Concern) -> String {
    format!("{model}.{}", concern_word(concern))
}

/// The word of a concern, for the catalogue and for what was known when somebody decided.
pub fn concern_word(concern: Concern) -> &'static str {
    match concern {
        Concern::Attendance => "attendance",
        Concern::Absences => "absences",
        Concern::Tardies => "tardies",
        Concern::MissedClasses => "missed_classes",
        Concern::Behaviour => "behaviour",
        Concern::BehaviourReferrals => "behaviour_referrals",
        Concern::Detentions => "detentions",
        Concern::Suspension => "suspension",
        Concern::InSchoolSuspension => "in_school_suspension",
        Concern::OutOfSchoolSuspension => "out_of_school_suspension",
        Concern::Mathematics => "mathematics",
        Concern::English => "english",
        Concern::CourseFailure => "course_failure",
        Concern::Credits => "credits",
    }
}

/// The share of days missed, after the tier that it leads to.
fn need(figure: &FigureFace) -> (Tier, Option<Ratio>) {
    (figure.tier, Ratio::new(figure.absent_days.get(), figure.enrolled_days.get()))
}

/// Students for whom a mentor is decided and who have none yet, not even one in preparation.
pub async fn waiting(
    store: &dyn Store,
    school: SchoolId,
    day: SchoolDay,
) -> Result<Vec<(CandidateStudent, CandidateRecord)>, StoreError> {
    let mut records = store.decisions_in_force(school).await?;
    records.retain(|_, record| record.decision == CandidateDecision::Match);
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let mut waiting: Vec<_> = store.candidate_students(school, day).await?;
    waiting.retain(|student| student.mentors.is_empty() && student.preparing == 0);
    let decided = |student: CandidateStudent| records.remove(&student.id).map(|record| (student, record));
    Ok(waiting.into_iter().filter_map(decided).collect())
}
