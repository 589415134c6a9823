//! Help that a mentor asks the team for.

use serde::{Deserialize, Serialize};

use crate::NoteText;
use crate::words::words;

words!(
    /// What is asked for. A child-protection report is none of these: it goes by phone, at once.
    AskKind, "kind of request" {
        /// A question to the team.
        Question = "question",
        /// A number or an address that works.
        ContactDetails = "contact_details",
        /// The nurse or another health service.
        Health = "health",
        /// A counsellor.
        Counselling = "counselling",
        /// A social worker.
        SocialWork = "social_work",
        /// The attendance office.
        AttendanceOutreach = "attendance_outreach",
        /// Help with housing.
        Housing = "housing",
        /// Food.
        Food = "food",
        /// A bus pass, a ride.
        Transport = "transport",
        /// Child care.
        ChildCare = "child_care",
        /// Legal help.
        Legal = "legal",
        /// Tutoring.
        AcademicSupport = "academic_support",
        /// An evaluation for special education.
        Evaluation = "evaluation",
        /// A club, a team, something after school.
        Enrichment = "enrichment",
        /// An interpreter or a translation.
        Language = "language",
        /// Something else.
        Other = "other",
    }
);

words!(
    /// By when an answer is needed.
    Urgency, "urgency" {
        /// At the next meeting.
        NextMeeting = "next_meeting",
        /// This week.
        ThisWeek = "this_week",
        /// Today.
        Today = "today",
    }
);

words!(
    /// How far the team has come with it (`domain.md` section 3, referral status).
    AskStatus, "status of a request" {
        /// Somebody took it.
        Accepted = "accepted",
        /// It is worked on.
        InProgress = "in_progress",
        /// It waits for something.
        OnHold = "on_hold",
        /// It is done.
        Completed = "completed",
        /// It cannot be done, and the answer says why.
        Rejected = "rejected",
        /// It is no longer needed.
        Cancelled = "cancelled",
    }
);

impl AskStatus {
    /// Nobody has to do anything any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Completed | Self::Rejected | Self::Cancelled)
    }
}

/// A request to the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What is asked for.
    pub kind: AskKind,
    /// By when.
    pub urgency: Urgency,
    /// In the mentor's words.
    pub text: Option<NoteText>,
}
