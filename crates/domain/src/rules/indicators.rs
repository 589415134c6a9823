//! The settings of contact dosage, early warning and Check & Connect (`domain.md` 4.4 to 4.6).

use super::Comparator;
use super::setting::{choice, settings};

choice! {
    /// Which band exactly the on-track limit belongs to.
    OnTrackLimit {
        /// Off track, as it is chronic.
        OffTrack = "off_track",
        /// On track.
        OnTrack = "on_track",
    }
}

settings! {
    /// Dosage, early warning and Check & Connect.
    IndicatorRules {
        contacts_wanted_per_week: u32 = 3, [1 to 7],
            "Dates of a week on which a mentor is to reach the student; fewer in a week with fewer school days.", "domain.md 4.6";
        duplicate_contact_minutes: u32 = 10, [0 to 120],
            "Minutes within which two phones' entries of one kind on one date are one contact.", "domain.md 4.6";
        dosage_missed_weeks: u32 = 2, [1 to 10],
            "Weeks running below the wanted contacts from which a match needs help.", "domain.md 5.1";
        abc_attendance_below_percent: u32 = 80, [1 to 100],
            "Attendance below which a sixth grader is flagged (Philadelphia).", "domain.md 4.4";
        abc_behaviour_marks: u32 = 1, [1 to 20],
            "Unsatisfactory behaviour marks that flag a sixth grader (Philadelphia).", "domain.md 4.4";
        abc_course_failures: u32 = 1, [1 to 20],
            "Failed courses in mathematics or in English that flag a student.", "domain.md 4.4";
        diplomas_now_attendance_percent: u32 = 85, [1 to 100],
            "Attendance that keeps a student on track (Diplomas Now).", "domain.md 4.4";
        diplomas_now_comparator: Comparator = Comparator::AtLeast, [choice],
            "Whether exactly that attendance is on track: at_least by the programme's own sheet, more_than by the press.", "domain.md 4.4";
        diplomas_now_suspended_days: u32 = 3, [1 to 30],
            "Days suspended from which a student is off track (Diplomas Now).", "domain.md 4.4";
        prevention_from_percent: u32 = 90, [1 to 100],
            "Attendance in every marking period that counts as prevention (Diplomas Now practice).", "domain.md 4.4";
        on_track_above_percent: u32 = 90, [1 to 100],
            "Attendance above which a student is on track (Everyone Graduates Center).", "domain.md 4.2";
        college_ready_above_percent: u32 = 95, [1 to 100],
            "Attendance above which a student is ready for college (Everyone Graduates Center).", "domain.md 4.2";
        on_track_limit_is: OnTrackLimit = OnTrackLimit::OffTrack, [choice],
            "Which band exactly the on-track limit belongs to.", "domain.md 4.2";
        check_tardies: u32 = 5, [1 to 100],
            "Times late in a month that are a high risk (Check & Connect).", "domain.md 4.5";
        check_tardies_percent: u32 = 15, [1 to 100],
            "Percent of days, or of classes held, late that is a high risk.", "domain.md 4.5";
        check_missed_classes: u32 = 3, [1 to 100],
            "Classes missed in a month that are a high risk.", "domain.md 4.5";
        check_missed_classes_percent: u32 = 15, [1 to 100],
            "Percent of classes missed that is a high risk.", "domain.md 4.5";
        check_absences: u32 = 3, [1 to 31],
            "Full days missed in a month that are a high risk.", "domain.md 4.5";
        check_absences_percent: u32 = 15, [1 to 100],
            "Percent of days missed that is a high risk.", "domain.md 4.5";
        check_behaviour_referrals: u32 = 3, [1 to 100],
            "Referrals for behaviour in a month that are a high risk.", "domain.md 4.5";
        check_detentions: u32 = 4, [1 to 100],
            "Detentions in a month that are a high risk.", "domain.md 4.5";
        check_in_school_suspensions: u32 = 2, [1 to 31],
            "Suspensions in school in a month that are a high risk.", "domain.md 4.5";
        check_out_of_school_suspension_days: u32 = 2, [1 to 31],
            "Days suspended out of school in a month that are a high risk.", "domain.md 4.5";
        check_ds: u32 = 2, [1 to 20],
            "Grades of D in the grading period that are a high risk.", "domain.md 4.5";
        check_fs: u32 = 1, [1 to 20],
            "Grades of F in the grading period that are a high risk.", "domain.md 4.5";
        check_credits_below_percent: u32 = 80, [1 to 100],
            "Percent of the possible credits below which a student is at high risk.", "domain.md 4.5";
    }
}
