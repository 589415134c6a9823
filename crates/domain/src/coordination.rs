//! What a coordinator has to see to: the eight areas of site coordination (`domain.md` row 25), what can be open in each,
//! and the steps by which a school begins.

use crate::words::words;

words!(
    /// The areas of site coordination, in the order in which a year brings them.
    CoordinationArea, "area of coordination" {
        /// Who needs a mentor.
        Targeting = "targeting",
        /// Finding, screening and training mentors.
        Recruiting = "recruiting",
        /// Who goes with whom.
        Matching = "matching",
        /// Help for mentors.
        Support = "support",
        /// Families know, and can be reached.
        Notification = "notification",
        /// The team and the other services of the school.
        Integration = "integration",
        /// What the district and its records give.
        District = "district",
        /// What is written down, and whether it is fresh.
        Documentation = "documentation",
    }
);

words!(
    /// Something that waits for somebody.
    CoordinationTask, "task of a coordinator" {
        /// Candidates without a decision.
        CandidatesUndecided = "candidates_undecided",
        /// Candidates who shall have a mentor and have none.
        StudentsWithoutMentor = "students_without_mentor",
        /// Screenings that end soon.
        ScreeningsEnding = "screenings_ending",
        /// Agreements that end soon.
        AgreementsEnding = "agreements_ending",
        /// Mentors who lack something before they may have a student.
        MentorsNotReady = "mentors_not_ready",
        /// Matches that were proposed and are not active.
        MatchesWaiting = "matches_waiting",
        /// Matches whose student nobody reached this week.
        NoContactThisWeek = "no_contact_this_week",
        /// Matches that missed the wanted contacts for weeks.
        ContactsMissedForWeeks = "contacts_missed_for_weeks",
        /// Reviews after sixty days.
        ReviewsDue = "reviews_due",
        /// Check-ins with mentors.
        CheckInsDue = "check_ins_due",
        /// Phones that were not heard from.
        PhonesSilent = "phones_silent",
        /// Phones that sent what could not be read.
        EntriesUnread = "entries_unread",
        /// Mentors who left, whose phones handed in what nobody has looked at.
        EntriesHandedIn = "entries_handed_in",
        /// Mentors with students and without a phone.
        MentorsWithoutPhone = "mentors_without_phone",
        /// Numbers that do not work.
        DeadNumbers = "dead_numbers",
        /// Families who have not been told.
        NoticesMissing = "notices_missing",
        /// Requests of mentors.
        AsksWaiting = "asks_waiting",
        /// Referrals past their day.
        ReferralsOverdue = "referrals_overdue",
        /// Referrals that are open.
        ReferralsOpen = "referrals_open",
        /// Actions of the team past their day.
        ActionsOverdue = "actions_overdue",
        /// The school's record ends too early.
        RecordBehind = "record_behind",
        /// The newest import of a kind left rows out or was refused.
        ImportProblems = "import_problems",
        /// Students whom somebody of another school opened.
        OpenedElsewhere = "opened_elsewhere",
        /// Steps of the year's list that are past their day.
        StepsOverdue = "steps_overdue",
    }
);

impl CoordinationTask {
    /// Where it belongs.
    pub fn area(self) -> CoordinationArea {
        use CoordinationArea::{
            District, Documentation, Integration, Matching, Notification, Recruiting, Support, Targeting,
        };
        match self {
            Self::CandidatesUndecided => Targeting,
            Self::ScreeningsEnding | Self::AgreementsEnding | Self::MentorsNotReady => Recruiting,
            Self::StudentsWithoutMentor | Self::MatchesWaiting | Self::ReviewsDue => Matching,
            Self::NoContactThisWeek
            | Self::ContactsMissedForWeeks
            | Self::CheckInsDue
            | Self::PhonesSilent
            | Self::EntriesUnread
            | Self::EntriesHandedIn
            | Self::MentorsWithoutPhone => Support,
            Self::DeadNumbers | Self::NoticesMissing => Notification,
            Self::AsksWaiting | Self::ReferralsOverdue | Self::ReferralsOpen | Self::ActionsOverdue => {
                Integration
            }
            Self::StepsOverdue => District,
            Self::RecordBehind | Self::ImportProblems | Self::OpenedElsewhere => Documentation,
        }
    }
}

words!(
    /// How a school begins, in the order that works.
    FirstStep, "first step" {
        /// Whom mentors call when a student may not be safe.
        HelpNumbers = "help_numbers",
        /// Students, guardians, enrollments.
        Roster = "roster",
        /// School days.
        Calendar = "calendar",
        /// The school's record.
        Attendance = "attendance",
        /// Who needs a mentor is decided.
        Candidates = "candidates",
        /// Somebody who will be a mentor.
        Mentor = "mentor",
        /// The mentor's promise to keep what they learn to themselves.
        Agreement = "agreement",
        /// The first two.
        Match = "match",
        /// The mentor's phone.
        Phone = "phone",
    }
);

/// The record should reach the last school day before today: one school day more is late (`domain.md` row 23).
pub const RECORD_BEHIND_DAYS: u32 = 1;

/// For so many days a school is told that a student of theirs was opened from elsewhere.
pub const OPENED_ELSEWHERE_TOLD_DAYS: i64 = 7;

/// A phone that was not heard from for so many days needs a call.
pub const PHONE_SILENT_DAYS: u64 = 7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_area_has_something_that_can_be_open_in_it() {
        for area in CoordinationArea::ALL {
            assert!(CoordinationTask::ALL.iter().any(|task| task.area() == *area), "{area}");
        }
    }
}
