//! Steps on the way from kindergarten to what comes after school.

use crate::GradeBand;
use crate::words::words;

words!(
    /// A step that student and mentor mark when it is done. The words are ours; a programme may use the ones that fit.
    Milestone, "milestone" {
        /// Knows by name a grown-up to go to.
        KnowsAnAdult = "knows_an_adult",
        /// Gets ready in the evening for the morning.
        EveningRoutine = "evening_routine",
        /// Reads every day.
        ReadsDaily = "reads_daily",
        /// Comes to school with a friend.
        WalksWithAFriend = "walks_with_a_friend",
        /// Gets up alone.
        GetsUpAlone = "gets_up_alone",
        /// Knows all teachers by name.
        KnowsTeachers = "knows_teachers",
        /// Joined a club or a team.
        JoinedAClub = "joined_a_club",
        /// Keeps a list of what is due.
        KeepsAList = "keeps_a_list",
        /// Asked a teacher for help.
        AskedForHelp = "asked_for_help",
        /// Visited the next school.
        VisitedNextSchool = "visited_next_school",
        /// Knows the credits that are done and those to come.
        KnowsCredits = "knows_credits",
        /// On track after the ninth grade.
        NinthGradeOnTrack = "ninth_grade_on_track",
        /// Saw a college or a workplace.
        SawCollegeOrWork = "saw_college_or_work",
        /// Has a plan for after school.
        HasAPlan = "has_a_plan",
        /// Sent an application.
        SentAnApplication = "sent_an_application",
    }
);

impl Milestone {
    /// The grades that it is meant for.
    pub fn band(self) -> GradeBand {
        use Milestone as M;
        match self {
            M::KnowsAnAdult | M::EveningRoutine | M::ReadsDaily | M::WalksWithAFriend => {
                GradeBand::Elementary
            }
            M::GetsUpAlone
            | M::KnowsTeachers
            | M::JoinedAClub
            | M::KeepsAList
            | M::AskedForHelp
            | M::VisitedNextSchool => GradeBand::Middle,
            M::KnowsCredits
            | M::NinthGradeOnTrack
            | M::SawCollegeOrWork
            | M::HasAPlan
            | M::SentAnApplication => GradeBand::High,
        }
    }
}
