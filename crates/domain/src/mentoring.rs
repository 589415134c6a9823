//! Mentors from prospect to leaving, matches from proposal to closure, and what must hold before a student's data may
//! lie on a mentor's phone (`domain.md` 2 rows 33 to 37 and 55; R1, R2).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rules::MentoringRules;
use crate::words::words;
use crate::{SchoolDay, StaffBackground};

words!(
    /// How far a match has come.
    MatchStatus, "status of a match" {
        /// Somebody thinks that these two fit.
        Proposed = "proposed",
        /// The family has been told who the mentor is.
        FamilyNotified = "family_notified",
        /// It runs.
        Active = "active",
        /// It rests, and the student's data leaves the phone until it goes on.
        Paused = "paused",
        /// It is over.
        Closed = "closed",
    }
);

words!(
    /// What allows a mentor to see a student's record (`domain.md` section 6).
    AccessBasis, "basis of access" {
        /// The mentor does a job that staff would do, under the school's direct control.
        SchoolOfficial = "school_official",
        /// The family signed, with date, records, purpose and recipient.
        Consent = "consent",
    }
);

words!(
    /// Where mentors come from.
    MentorType, "type of mentor" {
        /// Works at the school.
        SchoolStaff = "school_staff",
        /// Works for a partner of the school.
        PartnerStaff = "partner_staff",
        /// Serves a year in a national service programme.
        NationalService = "national_service",
        /// A college student on work-study.
        CollegeWorkStudy = "college_work_study",
        /// A graduate student on placement.
        GraduateIntern = "graduate_intern",
        /// Retired.
        Retiree = "retiree",
        /// A parent who volunteers.
        ParentVolunteer = "parent_volunteer",
        /// Another volunteer of the community.
        CommunityVolunteer = "community_volunteer",
        /// An older student.
        Peer = "peer",
    }
);

words!(
    /// How far a mentor has come. All but the last two follow from what was written down.
    MentorState, "state of a mentor" {
        /// Has been asked, or has asked.
        Prospect = "prospect",
        /// The application is there.
        Applied = "applied",
        /// Background and suitability are clear.
        Screened = "screened",
        /// The required topics are done as well.
        Trained = "trained",
        /// Clear, and without a student.
        Ready = "ready",
        /// Has students.
        Matched = "matched",
        /// Rests, by decision.
        Paused = "paused",
        /// Has left, by decision.
        Left = "left",
    }
);

words!(
    /// What is decided of a mentor.
    MentorDecision, "decision about a mentor" {
        /// They rest.
        Paused = "paused",
        /// They go on.
        Back = "back",
        /// They leave.
        Left = "left",
    }
);

words!(
    /// What a mentor is looked at for.
    ScreeningKind, "kind of screening" {
        /// The check of their past by whoever may make it.
        Background = "background",
        /// A talk about the work: time for it, a positive outlook.
        Suitability = "suitability",
    }
);

words!(
    /// What it found. Nothing else is stored of it.
    ScreeningResult, "result of a screening" {
        /// Nothing that speaks against it.
        Clear = "clear",
        /// Not for this work.
        NotClear = "not_clear",
    }
);

words!(
    /// What mentors are trained in.
    TrainingTopic, "training topic" {
        /// The first training: what Success Mentors do, practised on scenarios.
        FirstTraining = "first_training",
        /// What may be told to whom.
        Confidentiality = "confidentiality",
        /// What must be reported, and to whom.
        DutyToReport = "duty_to_report",
        /// Greeting, calling home, talking about absence.
        CallsAndTalks = "calls_and_talks",
        /// What a mentor is and is not.
        Boundaries = "boundaries",
        /// Families' languages, cultures and circumstances.
        Families = "families",
        /// How to use this app.
        App = "app",
        /// A monthly meeting, or something else.
        Other = "other",
    }
);

words!(
    /// What a mentor is given to read and says to have read.
    MentorDocument, "document for mentors" {
        /// Signing in, badges, where to go and where not.
        BuildingRules = "building_rules",
        /// Fire, lockdown, weather.
        EmergencyProcedures = "emergency_procedures",
        /// What must be reported, on one page.
        DutyToReport = "duty_to_report",
        /// The volunteers' handbook.
        Handbook = "handbook",
        /// Photos, phones and social media.
        PhotosAndMedia = "photos_and_media",
    }
);

words!(
    /// How an agreement was signed.
    AgreementSigning, "way of signing the agreement" {
        /// On paper, which the school keeps.
        Paper = "paper",
        /// By typing the name on a screen of the school.
        Screen = "screen",
        /// By the mentor, on their own paired phone.
        Phone = "phone",
        /// Before this server kept records.
        Earlier = "earlier",
    }
);

words!(
    /// When a mentor has time: a weekday and a part of the school's day.
    Availability, "time of availability" {
        /// Monday before school.
        MondayBefore = "mon_before",
        /// Monday during school.
        MondayDuring = "mon_during",
        /// Monday after school.
        MondayAfter = "mon_after",
        /// Tuesday before school.
        TuesdayBefore = "tue_before",
        /// Tuesday during school.
        TuesdayDuring = "tue_during",
        /// Tuesday after school.
        TuesdayAfter = "tue_after",
        /// Wednesday before school.
        WednesdayBefore = "wed_before",
        /// Wednesday during school.
        WednesdayDuring = "wed_during",
        /// Wednesday after school.
        WednesdayAfter = "wed_after",
        /// Thursday before school.
        ThursdayBefore = "thu_before",
        /// Thursday during school.
        ThursdayDuring = "thu_during",
        /// Thursday after school.
        ThursdayAfter = "thu_after",
        /// Friday before school.
        FridayBefore = "fri_before",
        /// Friday during school.
        FridayDuring = "fri_during",
        /// Friday after school.
        FridayAfter = "fri_after",
    }
);

words!(
    /// What keeps a mentor's phone empty. Sent to the phone, which says it.
    ClearanceGap, "gap in a mentor's clearance" {
        /// The confidentiality agreement is not signed in its current version, or not within a year.
        Agreement = "agreement",
        /// No clear background check, or it has run out.
        BackgroundCheck = "background_check",
        /// No clear suitability screen, or it has run out.
        Suitability = "suitability",
        /// Required topics are missing.
        Training = "training",
        /// The school has paused the mentor.
        Pause = "pause",
        /// The mentor has left.
        Left = "left",
    }
);

/// From so many days before its last day on, what runs out is told of.
pub const RUNS_OUT_SOON_DAYS: u64 = 30;

/// The version of the confidentiality agreement that is signed now. Another text is another version, and all sign again.
pub const AGREEMENT_VERSION: u32 = 1;

/// The last day on which an agreement signed that day holds: within a year.
pub fn agreement_through(signed: SchoolDay) -> SchoolDay {
    months_later(signed, 12).minus(1)
}

/// The last day on which a training of that day holds; none: the school asks for it once.
pub fn training_through(done: SchoolDay, rules: &MentoringRules) -> Option<SchoolDay> {
    let months = rules.training_valid_months;
    (months > 0).then(|| months_later(done, months).minus(1))
}

/// The same date so many months later, or the last of that month.
pub fn months_later(day: SchoolDay, months: u32) -> SchoolDay {
    SchoolDay(day.0.checked_add_months(chrono::Months::new(months)).unwrap_or(day.0))
}

/// What stands of one kind of screening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// What it found.
    pub result: ScreeningResult,
    /// The last day on which it holds.
    pub through: SchoolDay,
}

/// What is written down of a mentor, as far as the gate and the ladder ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MentorFacts {
    /// From the application; none: there is none.
    pub kind: Option<MentorType>,
    /// The latest decision.
    pub decision: Option<MentorDecision>,
    /// The last day of the signature under the current version.
    pub agreement_through: Option<SchoolDay>,
    /// The latest background check.
    pub background: Option<Screening>,
    /// The latest suitability screen.
    pub suitability: Option<Screening>,
    /// The topics that were done, each with the latest day of it.
    pub trained: BTreeMap<TrainingTopic, SchoolDay>,
    /// Matches that are not closed.
    pub open_matches: u32,
}

impl MentorFacts {
    /// What keeps the phone empty on that day, in the order in which it is told.
    pub fn gaps(&self, rules: &MentoringRules, today: SchoolDay) -> Vec<ClearanceGap> {
        let gaps = [
            (self.decision == Some(MentorDecision::Left), ClearanceGap::Left),
            (self.decision == Some(MentorDecision::Paused), ClearanceGap::Pause),
            (self.agreement_through.is_none_or(|through| through < today), ClearanceGap::Agreement),
            (!self.background_is_clear(rules, today), ClearanceGap::BackgroundCheck),
            (!is_clear(self.suitability, today), ClearanceGap::Suitability),
            (!self.untrained(rules, today).is_empty(), ClearanceGap::Training),
        ];
        gaps.into_iter().filter(|(missing, _)| *missing).map(|(_, gap)| gap).collect()
    }

    /// The first day up to `last` on which something would be missing if nothing else is written down; today's gaps are
    /// none of it. None: all holds until then, or something is missing already.
    pub fn runs_out_on(
        &self,
        rules: &MentoringRules,
        today: SchoolDay,
        last: SchoolDay,
    ) -> Option<SchoolDay> {
        let is_clear = |day: &SchoolDay| self.gaps(rules, *day).is_empty();
        let mut days =
            std::iter::successors(Some(today), |day| Some(day.next())).take_while(|day| *day <= last);
        days.next().filter(is_clear)?;
        days.find(|day| !is_clear(day))
    }

    /// Whether the background check holds, or whoever employs the mentor has made it.
    pub fn background_is_clear(&self, rules: &MentoringRules, today: SchoolDay) -> bool {
        let found_unfit = self.background.is_some_and(|found| found.result == ScreeningResult::NotClear);
        is_clear(self.background, today) || (self.is_checked_by_employer(rules) && !found_unfit)
    }

    /// School staff whom their employer has checked.
    pub fn is_checked_by_employer(&self, rules: &MentoringRules) -> bool {
        self.kind == Some(MentorType::SchoolStaff)
            && rules.school_staff_background == StaffBackground::ByEmployer
    }

    /// Required topics that are not done, or were done so long ago that they hold no more.
    pub fn untrained(&self, rules: &MentoringRules, today: SchoolDay) -> Vec<TrainingTopic> {
        let holds = |topic: &TrainingTopic| {
            let done = self.trained.get(topic);
            done.is_some_and(|done| training_through(*done, rules).is_none_or(|through| through >= today))
        };
        rules.required_training.topics().filter(|topic| !holds(topic)).collect()
    }

    /// The last day on which all the required topics hold; none: one is missing, or they hold for ever.
    pub fn trained_through(&self, rules: &MentoringRules) -> Option<SchoolDay> {
        let topics = rules.required_training.topics();
        let done: Option<Vec<_>> = topics.map(|topic| self.trained.get(&topic).copied()).collect();
        training_through(done?.into_iter().min()?, rules)
    }

    /// What holds today and runs out within so many days, with its last day.
    pub fn running_out(
        &self,
        rules: &MentoringRules,
        today: SchoolDay,
        days: u64,
    ) -> Vec<(ClearanceGap, SchoolDay)> {
        let clear = |found: Option<Screening>| {
            found.filter(|found| found.result == ScreeningResult::Clear).map(|found| found.through)
        };
        let ends = [
            (ClearanceGap::Agreement, self.agreement_through),
            (ClearanceGap::BackgroundCheck, clear(self.background)),
            (ClearanceGap::Suitability, clear(self.suitability)),
            (ClearanceGap::Training, self.trained_through(rules)),
        ];
        let soon = ends.into_iter().filter_map(|(what, through)| Some((what, through?)));
        soon.filter(|(_, through)| (today..=today.plus(days)).contains(through)).collect()
    }

    /// The rung of the ladder.
    pub fn state(&self, rules: &MentoringRules, today: SchoolDay) -> MentorState {
        let gaps = self.gaps(rules, today);
        let has = |gap| !gaps.contains(&gap);
        let screened = has(ClearanceGap::BackgroundCheck) && has(ClearanceGap::Suitability);
        match self.decision {
            Some(MentorDecision::Left) => MentorState::Left,
            Some(MentorDecision::Paused) => MentorState::Paused,
            _ if self.open_matches > 0 => MentorState::Matched,
            _ if gaps.is_empty() => MentorState::Ready,
            _ if screened && has(ClearanceGap::Training) => MentorState::Trained,
            _ if screened => MentorState::Screened,
            _ if self.kind.is_some() => MentorState::Applied,
            _ => MentorState::Prospect,
        }
    }
}

fn is_clear(screening: Option<Screening>, today: SchoolDay) -> bool {
    screening.is_some_and(|found| found.result == ScreeningResult::Clear && found.through >= today)
}

/// What the school said of a match, as far as the gate asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchAccess {
    /// How far it has come.
    pub status: MatchStatus,
    /// What allows the mentor to see the student.
    pub basis: Option<AccessBasis>,
    /// Its first day; none: from the beginning.
    pub basis_from: Option<SchoolDay>,
    /// Its last day; none: no end is known.
    pub basis_until: Option<SchoolDay>,
    /// The match's first day without access.
    pub end_day: Option<SchoolDay>,
}

impl MatchAccess {
    /// Whether a clear mentor's phone may hold the student on that day.
    pub fn is_open(&self, today: SchoolDay) -> bool {
        self.status == MatchStatus::Active
            && self.basis_holds(today)
            && self.end_day.is_none_or(|end| end > today)
    }

    /// Whether the basis holds on that day.
    pub fn basis_holds(&self, today: SchoolDay) -> bool {
        self.basis.is_some()
            && self.basis_from.is_none_or(|from| from <= today)
            && self.basis_until.is_none_or(|until| until >= today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    fn required() -> impl Iterator<Item = TrainingTopic> {
        MentoringRules::default().required_training.topics().collect::<Vec<_>>().into_iter()
    }

    fn clear() -> MentorFacts {
        let found = Some(Screening { result: ScreeningResult::Clear, through: day("2026-08-31") });
        MentorFacts {
            kind: Some(MentorType::Retiree),
            decision: None,
            agreement_through: Some(day("2026-10-13")),
            background: found,
            suitability: found,
            trained: required().map(|topic| (topic, day("2025-09-01"))).collect(),
            open_matches: 0,
        }
    }

    fn gaps(facts: &MentorFacts, today: &str) -> Vec<ClearanceGap> {
        facts.gaps(&MentoringRules::default(), day(today))
    }

    fn state(facts: &MentorFacts) -> MentorState {
        facts.state(&MentoringRules::default(), day("2025-10-14"))
    }

    #[test]
    fn a_prospect_misses_everything_and_a_clear_mentor_nothing() {
        use ClearanceGap::{Agreement, BackgroundCheck, Suitability, Training};
        assert_eq!(
            gaps(&MentorFacts::default(), "2025-10-14"),
            [Agreement, BackgroundCheck, Suitability, Training]
        );
        assert!(gaps(&clear(), "2025-10-14").is_empty());
    }

    #[test]
    fn what_runs_out_holds_on_its_last_day_and_not_on_the_next() {
        use ClearanceGap::{Agreement, BackgroundCheck, Suitability};
        assert!(gaps(&clear(), "2026-08-31").is_empty());
        assert_eq!(gaps(&clear(), "2026-09-01"), [BackgroundCheck, Suitability]);
        assert_eq!(gaps(&clear(), "2026-10-13"), [BackgroundCheck, Suitability]);
        assert_eq!(gaps(&clear(), "2026-10-14"), [Agreement, BackgroundCheck, Suitability]);
    }

    #[test]
    fn the_day_on_which_a_mentor_is_clear_no_more_is_known_beforehand() {
        let first = |today, last| clear().runs_out_on(&MentoringRules::default(), day(today), day(last));
        assert_eq!(first("2026-08-20", "2026-09-30"), Some(day("2026-09-01")));
        assert_eq!(
            first("2026-08-31", "2026-09-01"),
            Some(day("2026-09-01")),
            "the last day itself is a clear one"
        );
        assert_eq!(first("2026-08-20", "2026-08-31"), None, "not within that time");
        assert_eq!(first("2026-09-01", "2026-09-30"), None, "it is over already, which is another word");
        assert_eq!(
            MentorFacts::default().runs_out_on(
                &MentoringRules::default(),
                day("2026-08-20"),
                day("2026-09-30")
            ),
            None
        );
    }

    #[test]
    fn what_runs_out_within_a_month_is_told_of_until_it_has() {
        let soon = |today| clear().running_out(&MentoringRules::default(), day(today), RUNS_OUT_SOON_DAYS);
        assert!(soon("2026-07-31").is_empty(), "31 days before");
        let end = day("2026-08-31");
        let both = [(ClearanceGap::BackgroundCheck, end), (ClearanceGap::Suitability, end)];
        assert_eq!(soon("2026-08-01"), both);
        assert_eq!(soon("2026-08-31"), both, "on its last day");
        assert!(soon("2026-09-01").is_empty(), "it is over, which is another word");
    }

    #[test]
    fn an_agreement_holds_for_a_year_less_a_day_in_leap_years_too() {
        assert_eq!(agreement_through(day("2025-10-14")), day("2026-10-13"));
        assert_eq!(agreement_through(day("2024-02-29")), day("2025-02-27"));
        assert_eq!(agreement_through(day("2027-03-01")), day("2028-02-29"));
        assert_eq!(months_later(day("2025-08-31"), 6), day("2026-02-28"));
    }

    #[test]
    fn school_staff_are_checked_by_their_employer_where_the_district_says_so() {
        let staff = MentorFacts { kind: Some(MentorType::SchoolStaff), background: None, ..clear() };
        assert!(gaps(&staff, "2025-10-14").is_empty());
        let mut own = MentoringRules::default();
        own.set("school_staff_background", "own").unwrap();
        assert_eq!(staff.gaps(&own, day("2025-10-14")), [ClearanceGap::BackgroundCheck]);
        let unfit = Some(Screening { result: ScreeningResult::NotClear, through: day("2026-08-31") });
        let found_unfit = MentorFacts { background: unfit, ..staff };
        assert_eq!(gaps(&found_unfit, "2025-10-14"), [ClearanceGap::BackgroundCheck], "whoever checked");
    }

    #[test]
    fn the_topics_that_a_district_requires_are_the_ones_that_count() {
        let mut rules = MentoringRules::default();
        rules.set("required_training", "first_training app").unwrap();
        let facts = clear();
        assert_eq!(facts.untrained(&rules, day("2025-10-14")), [TrainingTopic::App]);
        assert_eq!(facts.gaps(&rules, day("2025-10-14")), [ClearanceGap::Training]);
        rules.set("required_training", "none").unwrap();
        let untrained = MentorFacts { trained: BTreeMap::new(), ..facts };
        assert!(untrained.gaps(&rules, day("2025-10-14")).is_empty());
    }

    #[test]
    fn a_training_holds_for_ever_unless_the_school_says_for_how_many_months() {
        let topic = TrainingTopic::Confidentiality;
        let mut facts = clear();
        facts.trained.insert(topic, day("2025-03-31"));
        assert!(gaps(&facts, "2026-08-31").is_empty(), "for ever");
        assert_eq!(facts.trained_through(&MentoringRules::default()), None);
        let mut rules = MentoringRules::default();
        rules.set("training_valid_months", "12").unwrap();
        assert_eq!(facts.trained_through(&rules), Some(day("2026-03-30")), "the first that runs out");
        assert!(facts.gaps(&rules, day("2026-03-30")).is_empty(), "on its last day");
        assert_eq!(facts.gaps(&rules, day("2026-03-31")), [ClearanceGap::Training]);
        assert_eq!(facts.untrained(&rules, day("2026-03-31")), [topic]);
        let soon = facts.running_out(&rules, day("2026-03-01"), RUNS_OUT_SOON_DAYS);
        assert_eq!(soon, [(ClearanceGap::Training, day("2026-03-30"))]);
        facts.trained.insert(topic, day("2026-03-15"));
        assert!(facts.gaps(&rules, day("2026-03-31")).is_empty(), "done again");
        facts.trained.remove(&topic);
        assert_eq!(facts.trained_through(&rules), None, "what is missing runs out on no day");
    }

    #[test]
    fn a_mentor_climbs_the_ladder_as_things_are_written_down() {
        let mut facts = MentorFacts::default();
        assert_eq!(state(&facts), MentorState::Prospect);
        facts.kind = Some(MentorType::Retiree);
        assert_eq!(state(&facts), MentorState::Applied);
        facts.background = clear().background;
        assert_eq!(state(&facts), MentorState::Applied, "half of the screening");
        facts.suitability = clear().suitability;
        assert_eq!(state(&facts), MentorState::Screened);
        facts.trained = clear().trained;
        assert_eq!(state(&facts), MentorState::Trained);
        facts.agreement_through = clear().agreement_through;
        assert_eq!(state(&facts), MentorState::Ready);
        facts.open_matches = 1;
        assert_eq!(state(&facts), MentorState::Matched);
        facts.decision = Some(MentorDecision::Paused);
        assert_eq!(state(&facts), MentorState::Paused);
        assert_eq!(gaps(&facts, "2025-10-14"), [ClearanceGap::Pause]);
        facts.decision = Some(MentorDecision::Left);
        assert_eq!(state(&facts), MentorState::Left);
        facts.decision = Some(MentorDecision::Back);
        assert_eq!(state(&facts), MentorState::Matched);
    }

    #[test]
    fn only_an_active_match_with_a_basis_that_holds_today_is_open() {
        let open = MatchAccess {
            status: MatchStatus::Active,
            basis: Some(AccessBasis::Consent),
            basis_from: Some(day("2025-10-01")),
            basis_until: Some(day("2025-10-31")),
            end_day: None,
        };
        for (today, expected) in
            [("2025-09-30", false), ("2025-10-01", true), ("2025-10-31", true), ("2025-11-01", false)]
        {
            assert_eq!(open.is_open(day(today)), expected, "{today}");
        }
        let today = day("2025-10-14");
        for status in MatchStatus::ALL {
            let open = MatchAccess { status: *status, ..open };
            assert_eq!(open.is_open(today), *status == MatchStatus::Active, "{status}");
        }
        assert!(!MatchAccess { basis: None, ..open }.is_open(today));
        assert!(!MatchAccess { end_day: Some(today), ..open }.is_open(today), "the first day without");
        assert!(MatchAccess { end_day: Some(today.next()), ..open }.is_open(today));
    }
}
