//! The monthly check of Check & Connect (`domain.md` 4.5): which indicators put a student at high risk.

use serde::Serialize;

use crate::finding::{concerns_of, state_of};
use crate::{
    Concern, Days, Finding, FindingState, IndicatorKind as K, Indicators, Known, Limit, Ratio, Rules,
    SchoolDay, StudentDay, Working,
};

/// The name of the rule.
const RULE: &str = "check_and_connect";

/// What a month holds about a student. What is not known is left out; it is not zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckMonth {
    /// School days with a mark.
    pub days: Option<Days>,
    /// Days missed from their first minute to their last.
    pub full_days_missed: Option<Days>,
    /// Days on which the school's record has the student late.
    pub tardies: Option<u32>,
    /// The last day that the school's record covers.
    pub through: Option<SchoolDay>,
    /// The imported counts of the month or its grading period.
    pub indicators: Indicators,
}

impl CheckMonth {
    /// From the month's school days; not known at all when none of them has a mark.
    pub fn of<'a>(
        days: impl IntoIterator<Item = &'a StudentDay>,
        through: Option<SchoolDay>,
        indicators: Indicators,
    ) -> Self {
        let marked: Vec<&StudentDay> = days.into_iter().filter(|day| day.is_marked()).collect();
        if marked.is_empty() {
            return Self { through, indicators, ..Self::default() };
        }
        let missed_whole =
            marked.iter().filter(|day| day.is_absent() && day.absent() >= Days::from(day.value));
        Self {
            days: Some(marked.iter().map(|day| Days::from(day.value)).sum()),
            full_days_missed: Some(missed_whole.map(|day| day.absent()).sum()),
            tardies: Some(marked.iter().fold(0, |late, day| late + u32::from(day.tardy()))),
            through,
            indicators,
        }
    }
    /// A number of the school's own record.
    fn known<T>(&self, of: Option<T>) -> Option<Known<T>> {
        of.map(|number| Known::through(number, self.through))
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
    /// How it came about, number by number.
    pub fn working(&self, rules: &Rules) -> Vec<Working> {
        self.findings.iter().flat_map(|finding| finding.working(RULE, rules)).collect()
    }
}

/// Holds a month against the limits.
pub fn check_month(month: &CheckMonth, rules: &Rules) -> Check {
    let limits = &rules.indicators;
    let known = |kind: K| month.indicators.get(&kind).copied();
    let count = |concern, setting, unit, kind, limit| {
        Finding::about(concern).count(setting, unit, known(kind), limit)
    };
    let missed = month.known(month.full_days_missed);
    let findings = vec![
        tardies(month, rules),
        count(
            Concern::MissedClasses,
            "check_missed_classes",
            "classes missed",
            K::ClassesMissed,
            limits.check_missed_classes,
        )
        .part(
            "check_missed_classes_percent",
            "classes",
            (known(K::ClassesMissed), known(K::ClassesHeld)),
            Limit::From,
            limits.check_missed_classes_percent,
        ),
        Finding::about(Concern::Absences)
            .count("check_absences", "full days missed", missed, limits.check_absences)
            .part(
                "check_absences_percent",
                "days",
                (missed, month.known(month.days)),
                Limit::From,
                limits.check_absences_percent,
            ),
        count(
            Concern::BehaviourReferrals,
            "check_behaviour_referrals",
            "referrals",
            K::BehaviourReferrals,
            limits.check_behaviour_referrals,
        ),
        count(Concern::Detentions, "check_detentions", "detentions", K::Detentions, limits.check_detentions),
        count(
            Concern::InSchoolSuspension,
            "check_in_school_suspensions",
            "suspensions in school",
            K::SuspensionsInSchool,
            limits.check_in_school_suspensions,
        ),
        count(
            Concern::OutOfSchoolSuspension,
            "check_out_of_school_suspension_days",
            "days suspended",
            K::SuspensionDaysOut,
            limits.check_out_of_school_suspension_days,
        ),
        count(Concern::CourseFailure, "check_ds", "grades of D", K::Ds, limits.check_ds).count(
            "check_fs",
            "grades of F",
            known(K::Fs),
            limits.check_fs,
        ),
        Finding::about(Concern::Credits).part(
            "check_credits_below_percent",
            "credits",
            (known(K::CreditsEarned), known(K::CreditsPossible)),
            Limit::Below,
            limits.check_credits_below_percent,
        ),
    ];
    Check { findings }
}

/// The school's own count, where it is imported, is of classes; else late days are counted, of days.
fn tardies(month: &CheckMonth, rules: &Rules) -> Finding {
    let limits = &rules.indicators;
    let known = |kind: K| month.indicators.get(&kind).map(|known| known.map(Ratio::from));
    let (late, of, unit) = match known(K::Tardies) {
        Some(late) => (Some(late), known(K::ClassesHeld), "classes"),
        None => {
            let days = month.known(month.days.map(Ratio::from));
            (month.known(month.tardies.map(Ratio::whole)), days, "days")
        }
    };
    Finding::about(Concern::Tardies)
        .count("check_tardies", "times late", late.clone(), limits.check_tardies)
        .part("check_tardies_percent", unit, (late, of), Limit::From, limits.check_tardies_percent)
}

#[cfg(test)]
mod tests;
