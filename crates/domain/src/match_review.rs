//! The review of a match after its first two months (`domain.md` 2 #41b): the student decides, and an ending then is
//! nobody's fault.

use crate::words::words;
use crate::{GradeBand, MentoringRules, SchoolDay};

words!(
    /// What a student or a family says of the match.
    ReviewWish, "wish for a match" {
        /// Keep it as it is.
        Keep = "keep",
        /// Keep it, with something changed.
        Change = "change",
        /// End it, or another mentor.
        End = "end",
        /// They do not know yet.
        Unsure = "unsure",
    }
);

words!(
    /// What the coordinator, having heard everybody, decides.
    ReviewDecision, "decision of a review" {
        /// It goes on.
        GoOn = "go_on",
        /// It goes on, with something changed.
        Change = "change",
        /// It ends, and nobody is to blame.
        EndWithoutFault = "end_without_fault",
    }
);

/// Days before it is due in which the list already shows it.
pub const REVIEW_SHOWN_BEFORE_DAYS: u64 = 14;

/// Why a review cannot be kept.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidReview {
    /// Up to grade 5 the family is asked as well.
    #[error("the family is asked as well")]
    FamilyNotAsked,
    /// A change that nobody could carry out.
    #[error("what changes is missing")]
    NoChange,
    /// The match would go on against what the student says.
    #[error("a student who wants to end it is not overruled without a reason")]
    AgainstTheStudent,
}

/// When everybody is asked, by the school's setting `review_after_days`.
pub fn review_due(start: SchoolDay, rules: &MentoringRules) -> SchoolDay {
    start.plus(rules.review_after_days.into())
}

/// Whether the family is asked as well: up to grade 5, or where the grade is not known.
pub fn asks_family(grade: Option<&str>) -> bool {
    !matches!(grade.and_then(GradeBand::of), Some(GradeBand::Middle | GradeBand::High))
}

/// Looks whether what was said and what is decided go together.
pub fn check_review(
    grade: Option<&str>,
    (student, family): (ReviewWish, Option<ReviewWish>),
    decision: ReviewDecision,
    has_words: bool,
) -> Result<(), InvalidReview> {
    if asks_family(grade) && family.is_none() {
        return Err(InvalidReview::FamilyNotAsked);
    }
    match decision {
        ReviewDecision::Change if !has_words => Err(InvalidReview::NoChange),
        ReviewDecision::GoOn if student == ReviewWish::End && !has_words => {
            Err(InvalidReview::AgainstTheStudent)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use InvalidReview::{AgainstTheStudent, FamilyNotAsked, NoChange};
    use ReviewDecision as D;
    use ReviewWish as W;

    #[test]
    fn everybody_is_asked_sixty_days_after_the_start_unless_the_school_says_another_number() {
        let day = |text: &str| text.parse::<SchoolDay>().unwrap();
        let mut rules = MentoringRules::default();
        assert_eq!(review_due(day("2025-09-02"), &rules), day("2025-11-01"));
        assert_eq!(review_due(day("2025-12-31"), &rules), day("2026-03-01"));
        rules.set("review_after_days", "30").unwrap();
        assert_eq!(review_due(day("2025-09-02"), &rules), day("2025-10-02"));
    }

    #[test]
    fn the_family_is_asked_up_to_grade_five_and_where_nobody_knows_the_grade() {
        assert_eq!(["KG", "5", "6", "09"].map(|grade| asks_family(Some(grade))), [true, true, false, false]);
        assert!(asks_family(None));
    }

    #[test]
    fn what_is_decided_goes_with_what_was_said() {
        for (grade, student, family, decision, has_words, expected) in [
            ("2", W::Keep, None, D::GoOn, true, Err(FamilyNotAsked)),
            ("2", W::Keep, Some(W::Keep), D::GoOn, false, Ok(())),
            ("7", W::Keep, None, D::GoOn, false, Ok(())),
            ("7", W::Change, None, D::Change, false, Err(NoChange)),
            ("7", W::Change, None, D::Change, true, Ok(())),
            ("7", W::End, None, D::GoOn, false, Err(AgainstTheStudent)),
            ("7", W::End, None, D::GoOn, true, Ok(())),
            ("7", W::End, None, D::EndWithoutFault, false, Ok(())),
        ] {
            let checked = check_review(Some(grade), (student, family), decision, has_words);
            assert_eq!(checked, expected, "{grade} {student} {decision}");
        }
    }
}
