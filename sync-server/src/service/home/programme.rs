//! The nouns of the programme itself: candidates, mentors, matches, what keeps them, and the team's actions.

use daymark_domain::{ClearanceGap, CoordinationTask as Task, MentorDecision, RUNS_OUT_SOON_DAYS};

use super::{Desk, Waiting, beside};
use crate::reports::ReportError;
use crate::service::keeping::{reviews, support};
use crate::service::matching::candidates;
use crate::service::school_time;
use crate::store::StoreError;

pub(super) async fn all(desk: &Desk<'_>) -> Result<Vec<Waiting>, ReportError> {
    let mut found = Vec::new();
    found.extend(undecided(desk).await?);
    found.extend(without_mentor(desk).await?);
    found.extend(mentors(desk).await?);
    found.extend(in_preparation(desk).await?);
    found.extend(reviews_due(desk).await?);
    found.extend(talks_due(desk).await?);
    found.extend(actions(desk).await?);
    Ok(found)
}

/// Students on the list of candidates about whom somebody has to decide.
async fn undecided(desk: &Desk<'_>) -> Result<Option<Waiting>, ReportError> {
    let list = candidates::candidates(desk.store.as_ref(), desk.school.id, desk.today).await?;
    let students = list.map(|list| list.students).unwrap_or_default();
    let open = students.into_iter().filter(candidates::Candidate::is_open);
    Ok(Waiting::some(Task::CandidatesUndecided, open.map(|of| of.student.name)))
}

async fn without_mentor(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let day = school_time::reference_day(desk.school, desk.now);
    let waiting = candidates::waiting(desk.store.as_ref(), desk.school.id, day).await?;
    Ok(Waiting::some(Task::StudentsWithoutMentor, waiting.into_iter().map(|(student, _)| student.name)))
}

/// What mentors lack, and what runs out soon. Whoever pauses or has left lacks nothing.
async fn mentors(desk: &Desk<'_>) -> Result<Vec<Waiting>, StoreError> {
    let (rules, mut mentors) = desk.store.ladder(desk.school.id, desk.today).await?;
    mentors.retain(|of| !matches!(of.facts.decision, Some(MentorDecision::Left | MentorDecision::Paused)));
    let lacking = || mentors.iter().filter(|of| !of.facts.gaps(&rules, desk.today).is_empty());
    let with_students = lacking().any(|of| of.facts.open_matches > 0);
    let rules = &rules;
    let runs_out = |agreement: bool| {
        let is_one = move |gap: ClearanceGap| (gap == ClearanceGap::Agreement) == agreement;
        mentors.iter().filter(move |of| {
            of.facts.running_out(rules, desk.today, RUNS_OUT_SOON_DAYS).iter().any(|(gap, _)| is_one(*gap))
        })
    };
    let found = [
        Waiting::some(Task::MentorsNotReady, lacking().map(|of| of.name.clone()))
            .map(|waiting| waiting.urgent_if(with_students)),
        Waiting::some(Task::ScreeningsEnding, runs_out(false).map(|of| of.name.clone())),
        Waiting::some(Task::AgreementsEnding, runs_out(true).map(|of| of.name.clone())),
    ];
    Ok(found.into_iter().flatten().collect())
}

/// Matches that are being prepared: those whose family was not told, and the others.
async fn in_preparation(desk: &Desk<'_>) -> Result<Vec<Waiting>, StoreError> {
    let mut cases = desk.store.match_cases(desk.school.id).await?;
    cases.retain(|case| case.status.is_in_preparation() && case.end_day.is_none());
    let (untold, told): (Vec<_>, Vec<_>) = cases.into_iter().partition(|case| case.answer.is_none());
    let names = |of: Vec<crate::store::proposals::MatchCase>| {
        of.into_iter().map(|case| beside(&case.student_name, &case.mentor_name))
    };
    let found = [
        Waiting::some(Task::NoticesMissing, names(untold)),
        Waiting::some(Task::MatchesWaiting, names(told)),
    ];
    Ok(found.into_iter().flatten().collect())
}

async fn reviews_due(desk: &Desk<'_>) -> Result<Option<Waiting>, ReportError> {
    let matches = desk.store.kept_matches(desk.school.id, desk.today).await?;
    let reviewed = desk.store.reviews(desk.school.id).await?;
    let rules = reviews::rules(desk.store.as_ref(), desk.school.id, desk.today).await?;
    let due = reviews::due(&matches, &reviewed, &rules, desk.today);
    let late = due.iter().any(|due| due.day < desk.today);
    let names = due.iter().map(|due| beside(&due.of.student_name, &due.of.mentor_name));
    Ok(Waiting::some(Task::ReviewsDue, names).map(|waiting| waiting.urgent_if(late)))
}

async fn talks_due(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let mentors = desk.store.supported_mentors(desk.school.id).await?;
    let due: Vec<_> =
        support::next_talks(&mentors).into_iter().filter(|next| next.day <= desk.today).collect();
    let late = due.iter().any(|next| next.is_overdue(desk.today));
    let names = due.iter().map(|next| next.of.name.clone());
    Ok(Waiting::some(Task::CheckInsDue, names).map(|waiting| waiting.urgent_if(late)))
}

/// What the team agreed and is past its day.
async fn actions(desk: &Desk<'_>) -> Result<Option<Waiting>, StoreError> {
    let mut late = desk.store.actions(desk.school.id).await?;
    late.retain(|action| action.now.now.state.is_overdue(action.now.now.due, desk.today));
    let names = late.into_iter().map(|action| action.now.owner_name);
    Ok(Waiting::some(Task::ActionsOverdue, names).map(|waiting| waiting.urgent_if(true)))
}
