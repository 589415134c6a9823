//! The programme's words and rules (`domain.md` sections 3 and 4).
//!
//! Pure values and pure functions. This crate knows nothing of clocks, databases, documents or HTTP: whoever
//! calls hands in the day, the marks and the settings, and gets back a figure with its working.

mod absence;
mod ask;
mod attendance;
mod barrier;
mod barrier_count;
mod calendar;
mod caution;
mod check_and_connect;
mod contact;
mod day_part;
mod days;
mod dosage;
mod draft;
mod early_warning;
mod element;
mod finding;
mod first_contact;
mod goal;
mod grade_band;
mod ids;
mod impact;
mod improvement;
mod indicator;
mod milestone;
mod note;
mod on_track;
mod patterns;
mod projection;
mod ratio;
mod recognition;
mod referral;
mod rules;
mod school_day;
mod school_help;
mod school_year;
mod signals;
mod streak;
mod suppression;
mod tier;
mod tier_limits;
mod wake_up_plan;
mod what;
mod words;
mod working;

pub use absence::AbsenceFigure;
pub use ask::{Ask, AskKind, AskStatus, Urgency};
pub use attendance::{AttendanceStatus, UnknownAttendanceStatus};
pub use barrier::{Barrier, BarrierCategory, BarrierFactor, BarrierSource, Confidence};
pub use barrier_count::{BarrierCount, barrier_counts};
pub use calendar::{DayType, UnknownDayType};
pub use caution::Caution;
pub use check_and_connect::{Check, CheckMonth, check_month};
pub use contact::{
    CalendarMark, CallOutcome, Contact, ContactDirection, ContactKind, ContactOutcome, DoorResult,
    InvalidContact, NumberMark, Party, Place, ReportedReason, SessionOutcome,
};
pub use day_part::{DayPart, InvalidDayPart};
pub use days::Days;
pub use dosage::{
    ActivePeriod, CONTACTS_WANTED_PER_WEEK, ContactDay, DosageTotals, LoggedContact, MatchDay, MatchWeek,
    Reach, WeekDosage, WeekResult, dosage_by, dosage_needs_help, match_weeks, weeks_missed_running,
};
pub use draft::DraftOf;
pub use early_warning::{
    EarlyWarning, EarlyWarningModel, OnTrackBand, Prevention, diplomas_now, philadelphia_sixth_grade,
    prevention,
};
pub use element::Element;
pub use finding::{Concern, Criterion, Finding, FindingState, Indicators, Limit, Measure};
pub use first_contact::FirstContactItem;
pub use goal::{Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, InvalidGoal};
pub use grade_band::GradeBand;
pub use ids::{
    DeviceId, DeviceTag, EntryKey, GroupId, GuardianId, InvalidDeviceTag, InvalidEntryKey, MatchId, MentorId,
    ReferralId, ResourceId, SchoolId, StudentId, UserId,
};
pub use impact::{
    DifferenceInDifferences, DosageSplit, Exclusion, Exclusions, GroupChange, ImpactDesign, ImpactStudent,
    OwnPast, Stratum, matched_against_unmatched, own_past, own_past_by, split_by_dosage,
};
pub use improvement::{
    Baseline, Direction, Improvement, NoComparison, WeeklyChange, against_last_year, before_and_after_match,
    plan_to_revise, plan_to_revise_working, same_date_last_year, weekly_change, windows_around_match,
};
pub use indicator::{IndicatorKind, IndicatorValue, InvalidIndicatorValue, UnknownIndicatorKind};
pub use milestone::Milestone;
pub use note::{Audience, InvalidNote, NoteClass, NoteText};
pub use on_track::{Movement, MovementCounts, OnTrackChange};
pub use patterns::{EndsOfWeek, HeatCode, WeekdayPattern, heat_row};
pub use projection::Projection;
pub use ratio::{Ratio, Share};
pub use recognition::{Recognised, Recognition, RecognitionForm, RecognitionReason};
pub use referral::{ConsentBasis, InvalidReferralStep, ReferralKind, ReferralOutcome, ReferralStatus};
pub use rules::{
    Comparator, FivePercent, HalfDayRule, ImpactRules, InSchoolSuspension, IndicatorRules, InvalidSetting,
    MissingMarks, MonthDay, OnTrackLimit, OutOfSchoolSuspension, PriorYearSignal, RuleSetting, Rules,
    SignalsStart,
};
pub use school_day::{SchoolDay, Week};
pub use school_help::{InvalidSafetyContact, SafetyContact, SeenPage, TextPolicy};
pub use school_year::{
    CalendarDay, Enrollment, History, Mark, SchoolRecord, Schools, Standing, StrayMarks, StudentDay, Tally,
    Verdict, Window, instruction, stray_marks, student_days, tallies,
};
pub use signals::{Signal, SignalRule, almost_never_attends, almost_never_attends_working, signals};
pub use streak::Streak;
pub use suppression::{
    Cell, CountTable, Shown, ShownGroups, ShownRow, ShownRows, ShownTable, hide_small_groups, hide_small_rows,
};
pub use tier::{SchoolLevel, Tier, TierCounts};
pub use tier_limits::TierLimits;
pub use wake_up_plan::{InvalidWakeUpPlan, StopRule, WakeUpPlan, Weekdays};
pub use what::What;
pub use words::{InvalidTag, Tag, UnknownWord};
pub use working::{Known, Working};
