//! The settings of improvement and impact (`domain.md` 4.8 and 4.10).

use super::setting::settings;

settings! {
    /// Improvement and impact.
    ImpactRules {
        improvement_same_within_points: u32 = 1, [0 to 20],
            "Points of change up to which a student's rate counts as the same.", "domain.md 5.2";
        before_after_minimum_days: u32 = 20, [1 to 180],
            "Enrolled days needed before and after the match to compare the two.", "domain.md 4.8";
        impact_days_in_year: u32 = 180, [1 to 260],
            "School days of the year that a difference in points is told in.", "domain.md 4.10";
        impact_small_group: u32 = 20, [1 to 1000],
            "Students below which a group is marked as too small to conclude from.", "domain.md 4.10";
        dosage_split_percent: u32 = 75, [1 to 100],
            "Percent of a match's weeks with the wanted contacts from which its student counts as having had the dosage (our decision).", "domain.md 4.10";
        revise_plan_after_days: u32 = 20, [1 to 180],
            "School days of met dosage without improvement after which the plan is to be revised.", "domain.md 2 #64";
        barrier_shared_students: u32 = 3, [2 to 100],
            "Matched students from whom on a cause of absence counts as shared (our decision).", "domain.md 2 #62";
        barrier_shared_percent: u32 = 20, [1 to 100],
            "Percent of the matched students from which on a cause of absence counts as shared (our decision).", "domain.md 2 #62";
    }
}
