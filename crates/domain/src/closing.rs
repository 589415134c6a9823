//! The end of a match as a piece of work (`domain.md` section 3): why, and the steps by which a student is not simply
//! left. Where somebody is not safe, or the family says no, access ends first and the steps follow.

use crate::words::words;

words!(
    /// Why a match ends.
    ClosureReason, "reason to end a match" {
        /// The student came to where they wanted to be.
        GoalsMet = "goals_met",
        /// The school year is over.
        YearEnd = "year_end",
        /// The student left the school.
        StudentMoved = "pupil_moved",
        /// The mentor stopped.
        MentorLeft = "mentor_left",
        /// Another mentor fits better; nobody is to blame.
        Rematch = "rematch",
        /// The family does not want it any longer.
        FamilyWithdrew = "family_withdrew",
        /// Somebody may not be safe.
        Safety = "safety",
        /// There is no programme any longer.
        ProgrammeEnd = "programme_end",
    }
);

words!(
    /// A step of a good ending, in the order in which they are taken.
    ClosureStep, "step of an ending" {
        /// Mentor, student and family hear of it ahead.
        Notice = "notice",
        /// They meet a last time, look back and say goodbye.
        FinalMeeting = "final_meeting",
        /// What the mentor says of it.
        MentorTalk = "mentor_talk",
        /// What the student says of it.
        StudentTalk = "student_talk",
        /// What the family says of it.
        FamilyTalk = "family_talk",
        /// Everybody knows whether and how they may be in touch afterwards.
        ContactRules = "contact_rules",
        /// What is to be kept is written down; with it the ending is complete.
        Documented = "documented",
    }
);

words!(
    /// What became of a step.
    StepState, "state of a step" {
        /// It was done.
        Done = "done",
        /// It could not be done; why is said.
        NotPossible = "not_possible",
        /// It was noted by mistake, and stands open again.
        Reopened = "reopened",
    }
);

impl ClosureReason {
    /// The mentor's access ends before anything else is done.
    pub fn ends_at_once(self) -> bool {
        matches!(self, Self::FamilyWithdrew | Self::Safety)
    }
    /// The student goes on with another mentor.
    pub fn wants_another_mentor(self) -> bool {
        matches!(self, Self::Rematch | Self::MentorLeft)
    }
}

impl StepState {
    /// Nobody waits for the step any longer.
    pub fn is_settled(self) -> bool {
        self != Self::Reopened
    }
}

impl ClosureStep {
    /// What a planned ending does before the last day, so that nobody learns of it by an empty door.
    pub const BEFORE_THE_END: [Self; 2] = [Self::Notice, Self::FinalMeeting];
}

/// Which steps are still to be done, in their order.
pub fn open_steps(settled: impl Fn(ClosureStep) -> bool) -> Vec<ClosureStep> {
    ClosureStep::ALL.iter().copied().filter(|step| !settled(*step)).collect()
}

/// What keeps a match from ending today; nothing where it has to end at once.
pub fn missing_before_the_end(
    reason: ClosureReason,
    settled: impl Fn(ClosureStep) -> bool,
) -> Vec<ClosureStep> {
    if reason.ends_at_once() {
        return Vec::new();
    }
    ClosureStep::BEFORE_THE_END.into_iter().filter(|step| !settled(*step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ClosureReason as R;
    use ClosureStep as S;

    #[test]
    fn a_planned_ending_is_told_of_and_said_goodbye_to_before_the_last_day() {
        for reason in R::ALL.iter().filter(|reason| !matches!(reason, R::Safety | R::FamilyWithdrew)) {
            assert_eq!(missing_before_the_end(*reason, |_| false), [S::Notice, S::FinalMeeting], "{reason}");
            assert_eq!(missing_before_the_end(*reason, |step| step == S::Notice), [S::FinalMeeting]);
            assert!(missing_before_the_end(*reason, |_| true).is_empty());
        }
    }

    #[test]
    fn where_somebody_may_not_be_safe_nothing_is_waited_for_and_nothing_is_left_out_afterwards() {
        for reason in [R::Safety, R::FamilyWithdrew] {
            assert!(reason.ends_at_once());
            assert!(missing_before_the_end(reason, |_| false).is_empty());
        }
        assert_eq!(open_steps(|_| false).len(), 7);
        assert_eq!(open_steps(|step| step != S::FamilyTalk), [S::FamilyTalk]);
    }

    #[test]
    fn a_step_that_could_not_be_done_is_settled_and_one_noted_by_mistake_is_open_again() {
        assert_eq!(
            StepState::ALL.iter().map(|state| state.is_settled()).collect::<Vec<_>>(),
            [true, true, false]
        );
    }
}
