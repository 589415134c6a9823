//! Who is on the list of candidates, what is decided about each, and when somebody has to look again
//! (`domain.md` table 2, #1 and #2).

use crate::SchoolDay;
use crate::words::words;

words!(
    /// What is decided about a candidate.
    CandidateDecision, "decision about a candidate" {
        /// To be matched with a mentor.
        Match = "match",
        /// Not now; looked at again on a day.
        Wait = "wait",
        /// Another kind of help comes first.
        OtherIntervention = "other_intervention",
    }
);

words!(
    /// Why it was decided so.
    DecisionReason, "reason of a decision" {
        /// So many days missed that somebody must be there now.
        Need = "need",
        /// A year in which schools change or begin: a mentor can turn it.
        TransitionGrade = "transition_grade",
        /// A mentor who fits has room.
        MentorAvailable = "mentor_available",
        /// Many absences in this grade.
        GradeHotSpot = "grade_hot_spot",
        /// The family or the student asked for one.
        FamilyAsks = "family_asks",
        /// The absences had a cause that is over.
        CauseIsOver = "cause_is_over",
        /// Getting better without help.
        Improving = "improving",
        /// Nobody has room yet.
        NoMentorYet = "no_mentor_yet",
        /// The family wants to wait.
        FamilyWaits = "family_waits",
        /// The student almost never attends: social work first.
        AlmostNeverAttends = "almost_never_attends",
        /// Others help already.
        HelpedAlready = "helped_already",
        /// Health care comes first.
        HealthFirst = "health_first",
        /// The family does not want a mentor.
        FamilyDeclines = "family_declines",
        /// Something else, in words.
        Other = "other",
    }
);

words!(
    /// Where a candidate stands.
    CandidateState, "state of a candidate" {
        /// Nobody has decided.
        Undecided = "undecided",
        /// Decided; but something new was found since, or the day to look again has come.
        LookAgain = "look_again",
        /// Decided.
        Decided = "decided",
    }
);

/// Why a decision is not taken.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidDecision {
    /// That reason belongs to another decision.
    #[error("that reason does not go with this decision")]
    OtherReason,
    /// "Something else" wants words.
    #[error("say in words why")]
    NoWords,
    /// Nobody would think of a student who waits.
    #[error("a student who waits is looked at again on a day")]
    NoDay,
    /// That day is over, or it is today.
    #[error("the day to look again is after today")]
    DayIsOver,
    /// The day belongs to a student who waits.
    #[error("only a student who waits has a day to look again")]
    DayWithoutWaiting,
}

impl CandidateDecision {
    /// The reasons that go with it.
    pub fn reasons(self) -> &'static [DecisionReason] {
        use DecisionReason as R;
        match self {
            Self::Match => {
                &[R::Need, R::TransitionGrade, R::MentorAvailable, R::GradeHotSpot, R::FamilyAsks, R::Other]
            }
            Self::Wait => &[R::CauseIsOver, R::Improving, R::NoMentorYet, R::FamilyWaits, R::Other],
            Self::OtherIntervention => {
                &[R::AlmostNeverAttends, R::HelpedAlready, R::HealthFirst, R::FamilyDeclines, R::Other]
            }
        }
    }
    /// Looks whether reason, words and day go with it.
    pub fn check(
        self,
        reason: DecisionReason,
        has_words: bool,
        look_again: Option<SchoolDay>,
        today: SchoolDay,
    ) -> Result<(), InvalidDecision> {
        if !self.reasons().contains(&reason) {
            return Err(InvalidDecision::OtherReason);
        }
        if reason == DecisionReason::Other && !has_words {
            return Err(InvalidDecision::NoWords);
        }
        match (self, look_again) {
            (Self::Wait, None) => Err(InvalidDecision::NoDay),
            (Self::Wait, Some(day)) if day <= today => Err(InvalidDecision::DayIsOver),
            (Self::Match | Self::OtherIntervention, Some(_)) => Err(InvalidDecision::DayWithoutWaiting),
            _ => Ok(()),
        }
    }
}

/// A decision as it is held against what was found since.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// What.
    pub decision: CandidateDecision,
    /// On which day.
    pub on: SchoolDay,
    /// When it is looked at again.
    pub look_again: Option<SchoolDay>,
    /// The rules that had fired by then, by their words.
    pub rules: &'a [String],
}

/// Where a candidate stands; `findings` are the rules that have fired with the day on which each did, where it is known.
/// A decision for a mentor is not looked at again: nothing stronger can be found.
pub fn candidate_state(
    decided: Option<Decided<'_>>,
    findings: &[(String, Option<SchoolDay>)],
    today: SchoolDay,
) -> CandidateState {
    let Some(decided) = decided else { return CandidateState::Undecided };
    let is_due = decided.look_again.is_some_and(|day| day <= today);
    let is_new = |(rule, day): &(String, Option<SchoolDay>)| {
        !decided.rules.contains(rule) || day.is_some_and(|day| day > decided.on)
    };
    let has_news = decided.decision != CandidateDecision::Match && findings.iter().any(is_new);
    if is_due || has_news { CandidateState::LookAgain } else { CandidateState::Decided }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CandidateDecision::{Match, OtherIntervention, Wait};

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn a_decision_has_its_own_reasons_and_only_waiting_has_a_day() {
        let (today, later) = (day("2025-10-14"), Some(day("2025-11-14")));
        use DecisionReason as R;
        for (decision, reason, has_words, look_again, expected) in [
            (Match, R::Need, false, None, Ok(())),
            (Match, R::CauseIsOver, false, None, Err(InvalidDecision::OtherReason)),
            (Match, R::Other, false, None, Err(InvalidDecision::NoWords)),
            (Match, R::Other, true, None, Ok(())),
            (Match, R::Need, false, later, Err(InvalidDecision::DayWithoutWaiting)),
            (Wait, R::Improving, false, None, Err(InvalidDecision::NoDay)),
            (Wait, R::Improving, false, Some(today), Err(InvalidDecision::DayIsOver)),
            (Wait, R::Improving, false, later, Ok(())),
            (OtherIntervention, R::AlmostNeverAttends, false, None, Ok(())),
        ] {
            assert_eq!(decision.check(reason, has_words, look_again, today), expected, "{decision} {reason}");
        }
    }

    #[test]
    fn every_reason_goes_with_a_decision() {
        let used: Vec<_> = CandidateDecision::ALL.iter().flat_map(|of| of.reasons()).collect();
        assert!(DecisionReason::ALL.iter().all(|reason| used.contains(&reason)));
    }

    #[test]
    fn what_is_found_after_a_decision_asks_to_look_again() {
        let rules = ["two_in_ten".to_owned()];
        let decided = |decision, look_again| {
            Some(Decided { decision, on: day("2025-09-10"), look_again, rules: &rules })
        };
        let found = |rule: &str, on: Option<&str>| vec![(rule.to_owned(), on.map(day))];
        let today = day("2025-10-14");
        use CandidateState as S;
        for (decided, findings, expected) in [
            (None, found("two_in_ten", Some("2025-09-08")), S::Undecided),
            (decided(OtherIntervention, None), found("two_in_ten", Some("2025-09-08")), S::Decided),
            (decided(OtherIntervention, None), found("two_in_ten", Some("2025-09-11")), S::LookAgain),
            (decided(OtherIntervention, None), found("chronic_now", None), S::LookAgain),
            (decided(Match, None), found("chronic_now", None), S::Decided),
            (decided(Wait, Some(day("2025-10-15"))), vec![], S::Decided),
            (decided(Wait, Some(today)), vec![], S::LookAgain),
        ] {
            assert_eq!(candidate_state(decided, &findings, today), expected, "{findings:?}");
        }
    }
}
