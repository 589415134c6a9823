//! The monthly check of Check & Connect (`domain.md` 4.5): which indicators put a student at high risk.

use serde::Serialize;

use crate::finding::{concerns_of, state_of};
use crate::{
    Concern, Days, Finding, FindingState, IndicatorKind as K, Indicators, Limit, Ratio, Rules, StudentDay,
};

/// What a month holds about a student. What is not known is left out; it is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckMonth {
    /// School days with a mark.
    pub days: Option<Days>,
    /// Days missed from their first minute to their last.
    pub full_days_missed: Option<Days>,
    /// Days on which the school's record has the student late.
    pub tardies: Option<u32>,
    /// The imported counts of the month or its grading period.
    pub indicators: Indicators,
}

impl CheckMonth {
    /// From the month's school days; not known at all when none of them has a mark.
    pub fn of<'a>(days: impl IntoIterator<Item = &'a StudentDay>, indicators: Indicators) -> Self {
        let marked: Vec<&StudentDay> = days.into_iter().filter(|day| day.is_marked()).collect();
        if marked.is_empty() {
            return Self { indicators, ..Self::default() };
        }
        let missed_whole =
            marked.iter().filter(|day| day.is_absent() && day.absent() >= Days::from(day.value));
        Self {
            days: Some(marked.iter().map(|day| Days::from(day.value)).sum()),
            full_days_missed: Some(missed_whole.map(|day| day.absent()).sum()),
            tardies: Some(marked.iter().fold(0, |late, day| late + u32::from(day.tardy()))),
            indicators,
        }
    }
}

/// A student's month held against the limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Each indicator with its numbers.
    pub findings: Vec<Finding>,
}

impl Check {
    /// At high risk, not so, or not to be said yet.
    pub fn state(&self) -> FindingState {
        state_of(&self.findings)
    }
    /// What puts the student at high risk.
    pub fn concerns(&self) -> Vec<Concern> {
        concerns_of(&self.findings)
    }
}

/// Holds a month against the limits.
pub fn check_month(month: &CheckMonth, rules: &Rules) -> Check {
    let limits = &rules.indicators;
    let known = |kind: K| month.indicators.get(&kind).copied();
    let count = |concern, setting, kind, limit| Finding::about(concern).count(setting, known(kind), limit);
    let findings = vec![
        tardies(month, rules),
        Finding::about(Concern::MissedClasses)
            .count("check_missed_classes", known(K::ClassesMissed), limits.check_missed_classes)
            .part(
                "check_missed_classes_percent",
                known(K::ClassesMissed),
                known(K::ClassesHeld),
                Limit::From,
                limits.check_missed_classes_percent,
            ),
        Finding::about(Concern::Absences)
            .count("check_absences", month.full_days_missed, limits.check_absences)
            .part(
                "check_absences_percent",
                month.full_days_missed,
                month.days,
                Limit::From,
                limits.check_absences_percent,
            ),
        count(
            Concern::BehaviourReferrals,
            "check_behaviour_referrals",
            K::BehaviourReferrals,
            limits.check_behaviour_referrals,
        ),
        count(Concern::Detentions, "check_detentions", K::Detentions, limits.check_detentions),
        count(
            Concern::InSchoolSuspension,
            "check_in_school_suspensions",
            K::SuspensionsInSchool,
            limits.check_in_school_suspensions,
        ),
        count(
            Concern::OutOfSchoolSuspension,
            "check_out_of_school_suspension_days",
            K::SuspensionDaysOut,
            limits.check_out_of_school_suspension_days,
        ),
        Finding::about(Concern::CourseFailure).count("check_ds", known(K::Ds), limits.check_ds).count(
            "check_fs",
            known(K::Fs),
            limits.check_fs,
        ),
        Finding::about(Concern::Credits).part(
            "check_credits_below_percent",
            known(K::CreditsEarned),
            known(K::CreditsPossible),
            Limit::Below,
            limits.check_credits_below_percent,
        ),
    ];
    Check { findings }
}

/// The school's own count, where it is imported, is of classes; else late days are counted, of days.
fn tardies(month: &CheckMonth, rules: &Rules) -> Finding {
    let limits = &rules.indicators;
    let known = |kind: K| month.indicators.get(&kind).copied().map(Ratio::from);
    let (late, of) = match known(K::Tardies) {
        Some(late) => (Some(late), known(K::ClassesHeld)),
        None => (month.tardies.map(Ratio::whole), month.days.map(Ratio::from)),
    };
    Finding::about(Concern::Tardies).count("check_tardies", late.clone(), limits.check_tardies).part(
        "check_tardies_percent",
        late,
        of,
        Limit::From,
        limits.check_tardies_percent,
    )
}

#[cfg(test)]
mod tests;
