//! One function a noun of the store: what of it waits.

use std::collections::{BTreeMap, HashMap};

use daymark_domain::{
    CoordinationTask as Task, MentorId, OPENED_ELSEWHERE_TOLD_DAYS, PHONE_SILENT_DAYS, RECORD_BEHIND_DAYS,
    SchoolDay, StudentId, Urgency,
};
use daymark_reports::{MatchDosage, dosage};

use super::{Desk, Waiting, beside};
use crate::reports::{Past, Question, ReportError, facts};
use crate::service::numbers::dead_numbers;
use crate::service::planning::{CHECKLIST, SchoolYear};
use crate::service::school_time;
use crate::store::StoreError;
use crate::store::imports::{BatchOutcome, ImportRecord};
use crate::store::reports::Whom;
use crate::store::week::WeekQuestion;

/// Contacts are looked at for so many days: more weeks than any rule calls too many.
const WEEKS_OF_CONTACTS: u64 = 8 * 7;
/// So many imports of the history are looked through for the newest of each kind.
const IMPORTS_LOOKED_AT: u32 = 100;

pub(super) async fn all(desk: &Desk<'_>) -> Result<Vec<Waiting>, ReportError> {
    let mut found = Vec::new();
    found.extend(record(desk).await?);
    found.extend(imports(desk).await?);
    found.extend(contacts(desk).await?);
    found.extend(phones(desk).await?);
    found.extend(unread(desk).await?);
    found.extend(handed_in(desk).await?);
    found.extend(numbers(desk).await?);
    found.extend(asks(desk).await?);
    found.extend(referrals(desk).await?);
    found.extend(opened_elsewhere(desk).await?);
    found.extend(steps_of_the_year(desk).await?);
    Ok(found)
}

/// Students of the school whom somebody of another opened in an emergency, for a week.
async fn opened_elsewhere(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let since = desk.now - OPENED_ELSEWHERE_TOLD_DAYS * 86_400;
    let glasses = desk.store.glasses_into(desk.school.id).await?.into_iter();
    let names = glasses.filter(|glass| glass.from >= since).map(|glass| beside(&glass.student, &glass.by));
    Ok(Waiting::some(Task::OpenedElsewhere, names))
}

/// School days that are over and that the record does not cover.
async fn record(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let Some(through) = desk.school.recorded_through else { return Ok(None) };
    let (first, last) = (through.plus(1), desk.today.minus(1));
    if first > last {
        return Ok(None);
    }
    let days = desk.store.day_types(desk.school.id, first, last).await?;
    let missing: Vec<SchoolDay> =
        days.into_iter().filter(|(_, kind)| kind.is_instructional()).map(|(day, _)| day).collect();
    let is_late = u32::try_from(missing.len()).unwrap_or(u32::MAX) >= RECORD_BEHIND_DAYS;
    let waiting = Waiting::some(Task::RecordBehind, missing.iter().map(SchoolDay::to_string));
    Ok(waiting.filter(|_| is_late).map(|waiting| waiting.urgent_if(true)))
}

/// Kinds of files whose newest import was refused or left rows out; an undoing is no import.
async fn imports(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let store = desk.store.clone();
    let read = tokio::task::spawn_blocking(move || store.import_history(IMPORTS_LOOKED_AT, None)).await;
    let history = read.map_err(|_| StoreError::Stopped)??;
    let of_school = |record: &&ImportRecord| record.school.is_none_or(|school| school == desk.school.id);
    let mut newest: BTreeMap<&str, &ImportRecord> = BTreeMap::new();
    for record in history.iter().filter(of_school) {
        if record.outcome != BatchOutcome::Tried && record.undoes.is_none() {
            newest.entry(record.kind.as_str()).or_insert(record);
        }
    }
    let bad =
        newest.into_values().filter(|record| record.problems > 0 || record.outcome == BatchOutcome::Refused);
    Ok(Waiting::some(Task::ImportProblems, bad.map(|record| record.kind.clone())))
}

/// Matches that the student was not reached in: this week, and for so many weeks that they need help.
async fn contacts(desk: &Desk<'_>) -> Result<Vec<Waiting>, ReportError> {
    let today = school_time::reference_day(desk.school, desk.now);
    let past = Past::ContactsFrom(today.minus(WEEKS_OF_CONTACTS));
    let (school, whom) = (Some(desk.school.id), Whom::Mentored);
    let question = Question { school, as_of: Some(today), whom, past, ..Question::default() };
    let facts = facts(desk.store.as_ref(), &question).await?;
    let week = WeekQuestion { school_id: desk.school.id, first: today, last: today };
    let active = desk.store.week_matches(week).await?;
    let names: HashMap<StudentId, &str> =
        active.iter().map(|of| (of.student_id, of.student_name.as_str())).collect();
    let by_key: HashMap<&str, &str> = facts
        .matches
        .iter()
        .filter_map(|of| Some((of.student_sis_id.as_str(), *names.get(&of.student_id)?)))
        .collect();
    let report = dosage(&facts);
    let is_active = |of: &&MatchDosage| of.end.is_none_or(|end| end > today);
    let named = |of: &MatchDosage| by_key.get(of.student_id.as_str()).map(|name| beside(name, &of.mentor));
    let not_met = |of: &MatchDosage| of.this_week.is_some_and(|week| week.wanted > 0 && week.done == 0);
    let missed = report.matches.iter().filter(is_active).filter(|of| of.needs_help);
    let this_week = report.matches.iter().filter(is_active).filter(|of| not_met(of) && !of.needs_help);
    let missed = Waiting::some(Task::ContactsMissedForWeeks, missed.filter_map(named));
    let this_week = Waiting::some(Task::NoContactThisWeek, this_week.filter_map(named));
    Ok(missed.map(|waiting| waiting.urgent_if(true)).into_iter().chain(this_week).collect())
}

/// Mentors with students whose phones are silent, or who have none.
async fn phones(desk: &Desk<'_>) -> Result<Vec<Waiting>, StoreError> {
    let mentors = desk.store.mentors(desk.school.id).await?;
    let since = desk.today.minus(PHONE_SILENT_DAYS);
    let heard = |at: i64| school_time::at(desk.school, at).day > since;
    let busy = || mentors.iter().filter(|mentor| mentor.active_matches > 0);
    let silent = busy().filter(|mentor| mentor.phones > 0 && !mentor.last_sync_at.is_some_and(heard));
    let without = busy().filter(|mentor| mentor.phones == 0);
    let silent = Waiting::some(Task::PhonesSilent, silent.map(|mentor| mentor.name.clone()));
    let without = Waiting::some(Task::MentorsWithoutPhone, without.map(|mentor| mentor.name.clone()));
    Ok(silent.map(|waiting| waiting.urgent_if(true)).into_iter().chain(without).collect())
}

/// Mentors from whose phones came what could not be read.
async fn unread(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let entries = desk.store.unread_entries(desk.school.id).await?;
    let mentors: BTreeMap<MentorId, String> =
        entries.into_iter().map(|entry| (entry.mentor_id, entry.mentor_name)).collect();
    Ok(Waiting::some(Task::EntriesUnread, mentors.into_values()))
}

/// Mentors who left, from whose phones came what nobody has looked at.
async fn handed_in(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let mentors = desk.store.mentors_with_handed_in(desk.school.id).await?;
    Ok(Waiting::some(Task::EntriesHandedIn, mentors))
}

async fn numbers(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let school = desk.school.id;
    let numbers = desk.store.numbers_asked_about(school).await?;
    let (wrong, asks) = (desk.store.wrong_numbers(school).await?, desk.store.asks(school).await?);
    let dead = dead_numbers(&numbers, &wrong, &asks);
    Ok(Waiting::some(Task::DeadNumbers, dead.into_iter().map(|dead| dead.of.student_name)))
}

async fn asks(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let mut open = desk.store.asks(desk.school.id).await?;
    open.retain(|ask| ask.is_open());
    open.sort_by_key(|ask| std::cmp::Reverse(ask.urgency));
    let urgent = open.first().is_some_and(|ask| ask.urgency == Urgency::Today);
    let names = open.into_iter().map(|ask| beside(&ask.student_name, &ask.mentor_name));
    Ok(Waiting::some(Task::AsksWaiting, names).map(|waiting| waiting.urgent_if(urgent)))
}

/// Referrals past their day, and those that are open beside them.
async fn referrals(desk: &Desk<'_>) -> Result<Vec<Waiting>, StoreError> {
    let open = desk.store.referrals(desk.school.id).await?;
    let (late, others): (Vec<_>, Vec<_>) = open
        .into_iter()
        .filter(|referral| referral.now.state.status.is_open())
        .partition(|referral| referral.now.state.due.is_some_and(|due| due < desk.today));
    let names = |of: Vec<crate::store::referrals::Referral>| {
        of.into_iter().map(|referral| beside(&referral.student_name, &referral.to))
    };
    let late = Waiting::some(Task::ReferralsOverdue, names(late)).map(|waiting| waiting.urgent_if(true));
    Ok(late.into_iter().chain(Waiting::some(Task::ReferralsOpen, names(others))).collect())
}

/// Steps of the coordinator's and the principal's year that are past their day.
async fn steps_of_the_year(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let year = SchoolYear::of(desk.today);
    let marks = desk.store.step_marks(desk.school.id, year.0).await?;
    // The latest stands first, and is in force.
    let mut in_force: BTreeMap<&str, bool> = BTreeMap::new();
    for mark in &marks {
        in_force.entry(&mark.step).or_insert(mark.done.is_some());
    }
    let steps = CHECKLIST.into_iter().filter(|(role, _)| *role != "captain").flat_map(|(_, steps)| steps);
    let late = steps
        .filter(|step| year.due(**step) < desk.today && !in_force.get(step.word).copied().unwrap_or(false));
    Ok(Waiting::some(Task::StepsOverdue, late.map(|step| step.word.to_owned())))
}
