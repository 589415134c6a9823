//! Which reviews are due, and what staff typed of one.

use daymark_domain::{
    InvalidReview, MentoringRules, REVIEW_SHOWN_BEFORE_DAYS, ReviewDecision, ReviewWish, SchoolDay, SchoolId,
    check_review, review_due,
};

use super::{Fields, Wrong, choice, day_done, long_text, optional_choice};
use crate::reports::ReportError;
use crate::service::rules::Rulebook;
use crate::store::Store;
use crate::store::closing::KeptMatch;
use crate::store::reviews::{Review, ReviewFacts};

/// A match whose review is due or will be soon.
pub struct Due<'a> {
    /// The match.
    pub of: &'a KeptMatch,
    /// When everybody is asked.
    pub day: SchoolDay,
}

/// The settings that say when a review is due.
pub async fn rules(
    store: &dyn Store,
    school: SchoolId,
    today: SchoolDay,
) -> Result<MentoringRules, ReportError> {
    let in_force = Rulebook::of(store).await?.rules(Some(school), today)?;
    Ok(in_force.rules.mentoring)
}

/// Matches that run, are their mentor's own and were not reviewed, the longest overdue first.
pub fn due<'a>(
    matches: &'a [KeptMatch],
    reviews: &[Review],
    rules: &MentoringRules,
    today: SchoolDay,
) -> Vec<Due<'a>> {
    let reviewed = |of: &KeptMatch| reviews.iter().any(|review| review.match_id == of.id);
    let own = matches.iter().filter(|of| of.is_running() && of.stands_in_for.is_none() && !reviewed(of));
    let mut due: Vec<_> = own.map(|of| Due { of, day: review_due(of.start_day, rules) }).collect();
    due.retain(|due| due.day <= today.plus(REVIEW_SHOWN_BEFORE_DAYS));
    due.sort_by_key(|due| due.day);
    due
}

/// Reads what was said and decided.
pub fn read(fields: &Fields, grade: Option<&str>, today: SchoolDay) -> Result<ReviewFacts, Wrong> {
    let day = day_done(fields, "day", today)?;
    let student = choice::<ReviewWish>(fields, "student")?;
    let family = optional_choice::<ReviewWish>(fields, "family")?;
    let decision = choice::<ReviewDecision>(fields, "decision")?;
    let (works, change) = (long_text(fields, "works")?, long_text(fields, "change")?);
    check_review(grade, (student, family), decision, change.is_some()).map_err(|wrong| match wrong {
        InvalidReview::FamilyNotAsked => Wrong::at("family", "family_not_asked"),
        InvalidReview::NoChange => Wrong::at("change", "what_changes"),
        InvalidReview::AgainstTheStudent => Wrong::at("change", "against_the_student"),
    })?;
    Ok(ReviewFacts { day, student, family, works, change, decision })
}
