//! What stands between a student and school, as somebody told it.

use serde::{Deserialize, Serialize};

use crate::words::words;

words!(
    /// The four families of causes that Attendance Works names.
    BarrierCategory, "barrier category" {
        /// Something is in the way.
        Barrier = "barrier",
        /// School itself is hard to bear.
        Aversion = "aversion",
        /// School does not pull.
        Disengagement = "disengagement",
        /// A day missed does not seem to matter.
        Misconception = "misconception",
    }
);

words!(
    /// A cause. Whatever concerns health, body or mind, is "health" and nothing more (`domain.md` R4).
    BarrierFactor, "barrier factor" {
        /// Health, of any kind.
        Health = "health",
        /// The way to school: no bus, no ride.
        Transport = "transport",
        /// A way that is not safe.
        UnsafeRoute = "unsafe_route",
        /// Housing.
        Housing = "housing",
        /// Food.
        Food = "food",
        /// Clothes or laundry.
        Clothing = "clothing",
        /// Child care: who looks after the small ones.
        ChildCare = "child_care",
        /// Other duties in the family.
        FamilyDuties = "family_duties",
        /// Trouble in the family.
        FamilyTrouble = "family_trouble",
        /// Courts, agencies, immigration.
        SystemInvolvement = "system_involvement",
        /// Work is too hard.
        AcademicStruggle = "academic_struggle",
        /// Bullying or trouble with peers.
        Peers = "peers",
        /// Does not feel welcome.
        Unwelcome = "unwelcome",
        /// Suspensions and other discipline.
        Discipline = "discipline",
        /// The parents' own bad years at school.
        ParentsSchooling = "parents_schooling",
        /// Bored.
        Bored = "bored",
        /// No grown-up at school to go to.
        NoAdult = "no_adult",
        /// Nothing beyond lessons.
        NoEnrichment = "no_enrichment",
        /// Too few credits.
        CreditsBehind = "credits_behind",
        /// Works for money.
        Job = "job",
        /// Only unexcused days are thought to count.
        OnlyUnexcusedCounts = "only_unexcused_counts",
        /// Two days a month are thought to be little.
        TwoDaysAreFine = "two_days_are_fine",
        /// Early grades are thought not to matter.
        EarlyGradesDoNotMatter = "early_grades_do_not_matter",
        /// Nobody counts the days.
        LosingCount = "losing_count",
    }
);

words!(
    /// Who said so.
    BarrierSource, "barrier source" {
        /// The student.
        Student = "student",
        /// The family.
        Family = "family",
        /// Staff of the school.
        Staff = "staff",
        /// The mentor saw it.
        Mentor = "mentor",
    }
);

words!(
    /// How sure the mentor is.
    Confidence, "confidence" {
        /// Told plainly.
        Sure = "sure",
        /// Likely.
        Likely = "likely",
        /// A guess.
        Guess = "guess",
    }
);

impl BarrierFactor {
    /// The family of causes that it belongs to.
    pub fn category(self) -> BarrierCategory {
        use BarrierFactor as F;
        match self {
            F::Health
            | F::Transport
            | F::UnsafeRoute
            | F::Housing
            | F::Food
            | F::Clothing
            | F::ChildCare
            | F::FamilyDuties
            | F::FamilyTrouble
            | F::SystemInvolvement => BarrierCategory::Barrier,
            F::AcademicStruggle | F::Peers | F::Unwelcome | F::Discipline | F::ParentsSchooling => {
                BarrierCategory::Aversion
            }
            F::Bored | F::NoAdult | F::NoEnrichment | F::CreditsBehind | F::Job => {
                BarrierCategory::Disengagement
            }
            F::OnlyUnexcusedCounts | F::TwoDaysAreFine | F::EarlyGradesDoNotMatter | F::LosingCount => {
                BarrierCategory::Misconception
            }
        }
    }
}

/// A finding: one cause, as one person told it on one day. Several stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Barrier {
    /// The cause.
    pub factor: BarrierFactor,
    /// Who said so.
    pub source: BarrierSource,
    /// How sure the mentor is; without a word: told plainly.
    pub confidence: Option<Confidence>,
}
