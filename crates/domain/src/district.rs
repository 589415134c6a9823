//! What a district looks at beside its figures: the five supports, a school's readiness, what a month taught, and how
//! many mentors the need asks for (`domain.md` 2 #24 and #28, 5.4; the plan's prompts 3a and 3b).

use crate::SchoolDay;
use crate::words::words;

words!(
    /// What a district gives its schools so that absence falls.
    DistrictSupport, "support of a district" {
        /// Figures that come in time and can be acted on.
        ActionableData = "actionable_data",
        /// Families and students are met with warmth first.
        PositiveEngagement = "positive_engagement",
        /// People learn how it is done.
        CapacityBuilding = "capacity_building",
        /// Everybody answers for a part.
        SharedAccountability = "shared_accountability",
        /// Others in the city help.
        Partnerships = "partnerships",
    }
);

words!(
    /// How far a support has come.
    SupportStanding, "standing of a support" {
        /// Nothing yet.
        NotYet = "not_yet",
        /// Begun.
        Begun = "begun",
        /// In place at some schools.
        SomeSchools = "some_schools",
        /// In place at all schools.
        AllSchools = "all_schools",
    }
);

words!(
    /// What makes a school ready for mentors.
    ReadinessQuestion, "question of readiness" {
        /// There are students who need it.
        Need = "need",
        /// The principal stands behind it and leads the weekly meeting.
        CommittedPrincipal = "committed_principal",
        /// There is staff for those who need more than a mentor.
        SupportStaff = "support_staff",
        /// A team works on attendance already.
        WorkingTeam = "working_team",
        /// Others come into the school and help.
        Partners = "partners",
    }
);

words!(
    /// An answer to a question of readiness.
    ReadinessAnswer, "answer about readiness" {
        /// So it is.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// Not yet.
        NotYet = "not_yet",
    }
);

words!(
    /// What a team writes down at the end of a month, beside the figures.
    ReflectionPrompt, "prompt at the end of a month" {
        /// What worked.
        Worked = "worked",
        /// What did not.
        DidNot = "did_not",
        /// What changes.
        Change = "change",
    }
);

/// Case-loads that can be chosen: beside other work, a small group, a half post, a full one.
pub const CASELOADS: [u32; 4] = [1, 5, 10, 20];
/// Days after a month in which late files and corrections still come.
pub const DAYS_AFTER_A_MONTH: u64 = 7;

/// Mentors that so many students ask for, when each takes `caseload`.
pub fn mentors_needed(students: u32, caseload: u32) -> u32 {
    students.div_ceil(caseload.max(1))
}

/// The last days of the months whose figures a district may read, the latest first: from `first` on, each a week after
/// it ended. Whole months only: two days of one month, held side by side, tell of the few who made the difference.
pub fn readable_months(first: SchoolDay, recorded: SchoolDay, today: SchoolDay) -> Vec<SchoolDay> {
    let mut months = Vec::new();
    let mut begins = first.first_of_month();
    while begins <= recorded {
        // Every month has its 28th, and none has a 32nd.
        let next = begins.plus(31).first_of_month();
        if next.plus(DAYS_AFTER_A_MONTH) > today {
            break;
        }
        months.push(next.minus(1));
        begins = next;
    }
    months.reverse();
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_read_a_week_after_it_ended_and_not_before() {
        let months = |today| readable_months(day("2025-08-18"), day("2025-10-14"), day(today));
        assert_eq!(months("2025-10-07"), [day("2025-08-31")]);
        assert_eq!(months("2025-10-08"), [day("2025-09-30"), day("2025-08-31")]);
        assert_eq!(months("2026-10-08").len(), 3, "nothing is recorded of November");
        assert_eq!(months("2025-09-07"), []);
    }

    #[test]
    fn a_mentor_who_is_needed_for_one_student_more_is_needed_whole() {
        assert_eq!([0, 1, 10, 11, 100].map(|students| mentors_needed(students, 10)), [0, 1, 1, 2, 10]);
        assert_eq!(mentors_needed(3, 0), 3);
    }
}
