//! Facts of schools and students become typed reports with a JSON and a CSV face (`domain.md` section 5).
//!
//! Facts come in as values, reports go out as values; the arithmetic is `domain`'s. This crate knows no database, no
//! file and no clock, and it gives the same bytes for the same facts.

mod attendance;
mod breakdown;
mod candidates;
mod canonical;
mod catalogue;
mod deidentified;
mod dosage;
mod early_signals;
mod face;
mod facts;
mod for_district;
mod grades;
mod group_by;
mod head;
mod heat_map;
mod impact;
mod lens;
mod needs_assessment;
mod over_time;
mod packet;
mod share_file;
mod table;
mod team_week;
mod tenths;
mod tier_face;
mod weekday_pattern;

pub use attendance::{AttendanceReport, AttendanceRow, attendance};
pub use breakdown::{DattReport, GroupTable, GroupYear, SattReport, SchoolTables, datt, satt};
pub use candidates::{
    CandidateRow, CandidatesReport, ConcernFace, FigureFace, NearZeroFace, Reason, candidates,
};
pub use catalogue::{ReportName, UnknownReport};
pub use dosage::{DosageFigure, DosageReport, MatchDosage, MentorDosage, WeekFace, dosage};
pub use early_signals::{EarlySignalRow, EarlySignalsReport, SignalFace, early_signals};
pub use face::{AnyReport, FaceError, Faces, Given, Report};
pub use facts::{
    ActionFact, AskFact, BarrierFact, CheckInFact, ContactFact, DecisionFact, Facts, Groups, IndicatorFact,
    MatchFacts, NoteFact, RecognitionFact, ReferralFact, RulesInForce, SchoolFacts, StudentFacts, TeamFacts,
    Told,
};
pub use grades::grades_in_order;
pub use head::{DataQuality, Freshness, Head, Rule};
pub use heat_map::{GridRow, HeatMapReport, Outreach, SchoolGrid, heat_map};
pub use impact::{
    BarrierShare, BaselineWord, ChangeFace, Cohort, Comparison, MonthlyImpactReport, NO_VARIANT, PastFace,
    Referrals, VariantsReport, monthly_impact, variants,
};
pub use needs_assessment::{
    MentorsWanting, NeedsAssessmentReport, SchoolNeed, SubgroupTable, needs_assessment,
};
pub use over_time::{AchievementPeriod, AchievementRow, FlagRow, RiskPeriod};
pub use packet::{
    ActionFace, AdaCaution, AskFace, BarrierCategoryFace, BarrierFace, BrightSpot, DecisionFace, Dip,
    HelpReason, MatchHelp, NoteFace, Packet, PacketRow, Picture, PlanToRevise, QuarterFigure,
    RecognitionFace, ReferralFace, SchoolPicture, TrendPoint, WeeklyPacketReport, weekly_packet,
};
pub use share_file::{ShareFile, ShareRow, share_file};
pub use table::Table;
pub use team_week::{TeamWeek, team_week};
pub use tenths::Tenths;
pub use tier_face::TierRow;
pub use weekday_pattern::{PatternRow, WeekdayFigure, WeekdayPatternReport, weekday_pattern};
