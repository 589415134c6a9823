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
mod candidate;
mod caution;
mod check_and_connect;
mod closing;
mod contact;
mod contact_point;
mod coordination;
mod day_part;
mod days;
mod district;
mod dosage;
mod draft;
mod early_warning;
mod element;
mod field_grant;
mod finding;
mod first_contact;
mod goal;
mod grade_band;
mod ids;
mod impact;
mod improvement;
mod indicator;
mod match_review;
mod match_status;
mod matching;
mod meeting;
mod mentoring;
mod milestone;
mod note;
mod on_track;
mod patterns;
mod projection;
mod ratio;
mod recognition;
mod record_purpose;
mod referral;
mod rules;
mod school_day;
mod school_help;
mod school_year;
mod signals;
mod streak;
mod substitute;
mod support;
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
pub use candidate::{
    CandidateDecision, CandidateState, Decided, DecisionReason, InvalidDecision, candidate_state,
};
pub use caution::Caution;
pub use check_and_connect::{Check, CheckMonth, check_month};
pub use closing::{ClosureReason, ClosureStep, StepState, missing_before_the_end, open_steps};
pub use contact::{
    CalendarMark, CallOutcome, Contact, ContactDirection, ContactKind, ContactOutcome, DoorResult,
    InvalidContact, NumberMark, Party, Place, ReportedReason, SessionOutcome,
};
pub use contact_point::{NumberEvent, NumberReport, NumberSource};
pub use coordination::{
    CoordinationArea, CoordinationTask, FirstStep, OPENED_ELSEWHERE_TOLD_DAYS, PHONE_SILENT_DAYS,
    RECORD_BEHIND_DAYS,
};
pub use day_part::{DayPart, InvalidDayPart};
pub use days::Days;
pub use district::{
    CASELOADS, DAYS_AFTER_A_MONTH, DistrictSupport, ReadinessAnswer, ReadinessQuestion, ReflectionPrompt,
    SupportStanding, mentors_needed, readable_months,
};
pub use dosage::{
    ActivePeriod, ContactDay, DosageTotals, LoggedContact, MatchDay, MatchWeek, Reach, WeekDosage,
    WeekResult, dosage_by, dosage_needs_help, match_weeks, weeks_missed_running,
};
pub use draft::DraftOf;
pub use early_warning::{
    EarlyWarning, EarlyWarningModel, OnTrackBand, Prevention, diplomas_now, philadelphia_sixth_grade,
    prevention,
};
pub use element::Element;
pub use field_grant::{GRANT_DAYS_MAX, GrantedField, may_grant_until};
pub use finding::{Concern, Criterion, Finding, FindingState, Indicators, Limit, Measure};
pub use first_contact::FirstContactItem;
pub use goal::{Goal, GoalCheck, GoalMeasure, GoalResult, GoalTarget, InvalidGoal};
pub use grade_band::GradeBand;
pub use ids::{
    ActionId, DayGroupId, DecisionId, DeviceId, DeviceTag, EntryKey, GroupId, GuardianId, InvalidDeviceTag,
    InvalidEntryKey, MatchId, MeetingId, MentorId, ReferralId, ResourceId, SchoolId, StudentId, UserId,
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
pub use match_review::{
    InvalidReview, REVIEW_SHOWN_BEFORE_DAYS, ReviewDecision, ReviewWish, asks_family, check_review,
    review_due,
};
pub use match_status::{
    ActivationBlock, BasisPeriod, ConsentScope, ConsentSigned, FamilyAnswer, FamilyFirst, NoticeChannel,
    NoticeKind, OfficialBecause, PauseReason, Preparation, Rationale,
};
pub use matching::{
    FactorFit, Fit, FitFactor, FitWeights, Holds, Mentee, MentorOffer, fit, language_key, suggest,
};
pub use meeting::{ActionState, AgendaItem, InvalidActionStep, MeetingCheck, NamesShown, initials};
pub use mentoring::{
    AGREEMENT_VERSION, AccessBasis, AgreementSigning, Availability, ClearanceGap, MatchAccess, MatchStatus,
    MentorDecision, MentorDocument, MentorFacts, MentorState, MentorType, RUNS_OUT_SOON_DAYS, Screening,
    ScreeningKind, ScreeningResult, TrainingTopic, agreement_through, months_later,
};
pub use milestone::Milestone;
pub use note::{Audience, InvalidNote, NoteClass, NoteText};
pub use on_track::{Movement, MovementCounts, OnTrackChange};
pub use patterns::{EndsOfWeek, HeatCode, WeekdayPattern, heat_row};
pub use projection::Projection;
pub use ratio::{Ratio, Share};
pub use recognition::{Recognised, Recognition, RecognitionForm, RecognitionReason};
pub use record_purpose::RecordPurpose;
pub use referral::{
    ConsentBasis, InvalidReferralStep, ReferralKind, ReferralOutcome, ReferralStatus, median_days_to_close,
};
pub use rules::{
    Comparator, FivePercent, HalfDayRule, ImpactRules, InSchoolSuspension, IndicatorRules, InvalidSetting,
    LeaseRules, MentoringRules, MissingMarks, MonthDay, OnTrackLimit, OutOfSchoolSuspension, PriorYearSignal,
    RuleSetting, Rules, SignalsStart, StaffBackground, StaffRules, TrainingTopics,
};
pub use school_day::{SchoolDay, Week};
pub use school_help::{InvalidSafetyContact, SafetyContact, SeenPage, TextPolicy};
pub use school_year::{
    CalendarDay, Enrollment, History, Mark, SchoolRecord, Schools, Standing, StrayMarks, StudentDay, Tally,
    Verdict, Window, instruction, stray_marks, student_days, tallies,
};
pub use signals::{Signal, SignalRule, almost_never_attends, almost_never_attends_working, signals};
pub use streak::Streak;
pub use substitute::{
    InvalidSubstitution, SUBSTITUTE_DAYS_MAX, SubstituteReason, check_substitution, longest_substitution,
};
pub use support::{
    CHECK_IN_EVERY_DAYS, CHECK_IN_SHOWN_BEFORE_DAYS, CheckInTopic, CheckInWay, FIRST_MONTH_DAYS, PulseMonth,
    PulseOf, PulseScore, SupportNeed, SupportPrompt, THANKS_EVERY_DAYS, ThanksWay, next_check_in,
    prompts_to_offer, pulse_by_month, pulse_worries, thanks_due,
};
pub use suppression::{
    Cell, CountTable, Shown, ShownGroups, ShownRow, ShownRows, ShownTable, hide_small_groups, hide_small_rows,
};
pub use tier::{SchoolLevel, Tier, TierCounts};
pub use tier_limits::TierLimits;
pub use wake_up_plan::{InvalidWakeUpPlan, StopRule, WakeUpPlan, Weekdays};
pub use what::What;
pub use words::{InvalidTag, Tag, UnknownWord};
pub use working::{Known, Working, WorkingLine};
