//! How a match comes to life: proposed, told to the family, active; what keeps it from that, and what allows the
//! mentor to know of the student (`domain.md` section 3, R1 and R17).

use crate::words::words;
use crate::{AccessBasis, ClearanceGap, MatchStatus, SchoolDay};

words!(
    /// What was said to the family, or by it.
    NoticeKind, "kind of notice" {
        /// The family was told who the mentor is and what they do.
        Notice = "notice",
        /// The family signed that records may be shown.
        Consent = "consent",
        /// The family took it back.
        Withdrawal = "withdrawal",
    }
);

words!(
    /// By which way.
    NoticeChannel, "channel of a notice" {
        /// A letter that went home.
        Letter = "letter",
        /// A call.
        Call = "call",
        /// At the school or at the door.
        InPerson = "in_person",
        /// A message to the family's phone.
        Text = "text",
        /// An e-mail.
        Email = "email",
    }
);

words!(
    /// What the family said.
    FamilyAnswer, "answer of a family" {
        /// Yes.
        Agrees = "agrees",
        /// Nothing yet; they were told.
        NoAnswer = "no_answer",
        /// They have questions first.
        Questions = "questions",
        /// No.
        Declines = "declines",
    }
);

words!(
    /// How a consent was signed (34 CFR 99.30).
    ConsentSigned, "way of signing" {
        /// By hand.
        OnPaper = "on_paper",
        /// In a way that tells who signed and that they did.
        Electronically = "electronically",
    }
);

words!(
    /// Which records a consent names.
    ConsentScope, "scope of a consent" {
        /// Days present and absent, and how to reach the family.
        AttendanceAndContacts = "attendance_and_contacts",
        /// Days present and absent only.
        Attendance = "attendance",
    }
);

words!(
    /// Why a mentor is a school official for this student (34 CFR 99.31).
    OfficialBecause, "reason to be a school official" {
        /// Works for the school.
        Staff = "staff",
        /// Does a job that staff would do, under the school's control, as the annual notice says.
        UnderSchoolControl = "under_school_control",
        /// The same, by a written agreement with the partner.
        PartnerAgreement = "partner_agreement",
    }
);

words!(
    /// Why these two (`domain.md` table 2, #39).
    Rationale, "rationale of a match" {
        /// They know each other and like it.
        ExistingRelationship = "existing_relationship",
        /// They see each other in the normal day.
        SeenInTheDay = "seen_in_the_day",
        /// The mentor speaks the family's language.
        FamilyLanguage = "family_language",
        /// The family knows the mentor.
        KnownToFamily = "known_to_family",
        /// Their lives have something in common.
        SimilarExperience = "similar_experience",
        /// They like the same things.
        SharedInterests = "shared_interests",
        /// The mentor can help with what the student needs.
        Needs = "needs",
        /// They have time at the same hours.
        Availability = "availability",
        /// They live or work near each other.
        Location = "location",
        /// The student wished for this mentor.
        StudentAsked = "student_asked",
        /// The family wished for this mentor.
        FamilyAsked = "family_asked",
    }
);

words!(
    /// Why a match rests for a while.
    PauseReason, "reason of a pause" {
        /// The mentor is away.
        MentorAway = "mentor_away",
        /// The student is away.
        StudentAway = "student_away",
        /// The family asked for it.
        FamilyAsked = "family_asked",
        /// Something has to be cleared up first.
        ToBeCleared = "to_be_cleared",
        /// The family took back its consent.
        ConsentWithdrawn = "consent_withdrawn",
        /// Something else, in words.
        Other = "other",
    }
);

words!(
    /// What keeps a match from becoming active.
    ActivationBlock, "block of an activation" {
        /// In this grade the family is told first, and it has not been.
        FamilyNotTold = "family_not_told",
        /// The family said no.
        FamilyDeclines = "family_declines",
        /// Nothing says why the mentor may know of the student.
        NoBasis = "no_basis",
        /// What allows it begins later.
        BasisLater = "basis_later",
        /// What allowed it has run out.
        BasisOver = "basis_over",
        /// The mentor's screening is missing, or has run out.
        NotScreened = "not_screened",
        /// The mentor rests, or has left.
        MentorAway = "mentor_away",
    }
);

/// What allows a mentor to know of a student, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasisPeriod {
    /// What.
    pub basis: AccessBasis,
    /// From which day on; none: from the beginning.
    pub from: Option<SchoolDay>,
    /// The last day; none: as long as the match.
    pub until: Option<SchoolDay>,
}

/// What is known of a match that shall become active.
#[derive(Clone, Copy, Debug, Default)]
pub struct Preparation<'a> {
    /// What allows it.
    pub basis: Option<BasisPeriod>,
    /// The family's last answer; none: it has not been told.
    pub answer: Option<FamilyAnswer>,
    /// In this grade the family is told first.
    pub family_first: bool,
    /// What keeps the mentor's phone empty.
    pub gaps: &'a [ClearanceGap],
}

impl Preparation<'_> {
    /// What keeps it from becoming active on that day.
    pub fn blocks(&self, on: SchoolDay) -> Vec<ActivationBlock> {
        let family = match self.answer {
            Some(FamilyAnswer::Declines) => Some(ActivationBlock::FamilyDeclines),
            None if self.family_first => Some(ActivationBlock::FamilyNotTold),
            _ => None,
        };
        let basis = match self.basis {
            None => Some(ActivationBlock::NoBasis),
            Some(basis) if basis.from.is_some_and(|from| on < from) => Some(ActivationBlock::BasisLater),
            Some(basis) if basis.until.is_some_and(|until| until < on) => Some(ActivationBlock::BasisOver),
            Some(_) => None,
        };
        // Without agreement or training the phone stays empty; without screening they do not meet at all.
        let has = |gaps: [ClearanceGap; 2]| self.gaps.iter().any(|gap| gaps.contains(gap));
        let screened = has([ClearanceGap::BackgroundCheck, ClearanceGap::Suitability]);
        let away = has([ClearanceGap::Pause, ClearanceGap::Left]);
        let mentor = [(screened, ActivationBlock::NotScreened), (away, ActivationBlock::MentorAway)];
        let mentor = mentor.into_iter().filter(|(is_so, _)| *is_so).map(|(_, block)| block);
        family.into_iter().chain(basis).chain(mentor).collect()
    }
}

impl MatchStatus {
    /// What may follow.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Proposed => &[Self::FamilyNotified, Self::Active, Self::Closed],
            Self::FamilyNotified => &[Self::Active, Self::Closed],
            Self::Active => &[Self::Paused, Self::Closed],
            Self::Paused => &[Self::Active, Self::Closed],
            Self::Closed => &[],
        }
    }
    /// Not yet active, and not over.
    pub fn is_in_preparation(self) -> bool {
        matches!(self, Self::Proposed | Self::FamilyNotified)
    }
}

/// Up to which grade the family is told before the first meeting, kindergarten being 0; none: in no grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FamilyFirst(pub Option<u8>);

impl Default for FamilyFirst {
    /// Up to grade 2.
    fn default() -> Self {
        Self(Some(2))
    }
}

impl FamilyFirst {
    /// Whether a grade, as the school's export has it, is one of them. A grade that nobody knows is: to ask first
    /// harms nobody.
    pub fn holds_in(self, grade: Option<&str>) -> bool {
        let Some(through) = self.0 else { return false };
        let grade = grade.map(|grade| grade.trim().to_ascii_uppercase()).unwrap_or_default();
        match (grade.as_str(), grade.parse::<u8>()) {
            ("IT" | "PR" | "PK" | "TK" | "KG" | "K", _) => true,
            (_, Ok(number)) => number <= through,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ActivationBlock as B;
    use MatchStatus as S;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn a_match_goes_only_where_the_flow_leads() {
        let flow: &[(S, &[S])] = &[
            (S::Proposed, &[S::FamilyNotified, S::Active, S::Closed]),
            (S::FamilyNotified, &[S::Active, S::Closed]),
            (S::Active, &[S::Paused, S::Closed]),
            (S::Paused, &[S::Active, S::Closed]),
            (S::Closed, &[]),
        ];
        assert_eq!(flow.len(), S::ALL.len());
        for (from, next) in flow {
            assert_eq!(from.next(), *next, "{from}");
        }
    }

    #[test]
    fn in_the_early_grades_the_family_is_told_first_and_nowhere_without_a_basis() {
        let on = day("2025-10-14");
        let basis = |from: &str, until: Option<&str>| {
            Some(BasisPeriod { basis: AccessBasis::Consent, from: Some(day(from)), until: until.map(day) })
        };
        let good = basis("2025-10-01", Some("2025-10-14"));
        for (basis, answer, family_first, expected) in [
            (good, None, false, vec![]),
            (good, None, true, vec![B::FamilyNotTold]),
            (good, Some(FamilyAnswer::NoAnswer), true, vec![]),
            (good, Some(FamilyAnswer::Declines), false, vec![B::FamilyDeclines]),
            (None, None, true, vec![B::FamilyNotTold, B::NoBasis]),
            (basis("2025-10-15", None), None, false, vec![B::BasisLater]),
            (basis("2025-09-01", Some("2025-10-13")), None, false, vec![B::BasisOver]),
            (basis("2025-09-01", None), None, false, vec![]),
        ] {
            let preparation = Preparation { basis, answer, family_first, gaps: &[] };
            assert_eq!(preparation.blocks(on), expected, "{preparation:?}");
        }
    }

    #[test]
    fn who_is_not_screened_meets_nobody_and_who_has_not_signed_does_with_an_empty_phone() {
        let on = day("2025-10-14");
        let basis = Some(BasisPeriod { basis: AccessBasis::SchoolOfficial, from: None, until: None });
        use ClearanceGap as G;
        for (gaps, expected) in [
            (vec![G::Agreement, G::Training], vec![]),
            (vec![G::Agreement, G::BackgroundCheck], vec![B::NotScreened]),
            (vec![G::Suitability, G::BackgroundCheck], vec![B::NotScreened]),
            (vec![G::Pause], vec![B::MentorAway]),
            (vec![G::Suitability, G::Left], vec![B::NotScreened, B::MentorAway]),
        ] {
            let preparation = Preparation { basis, gaps: &gaps, ..Preparation::default() };
            assert_eq!(preparation.blocks(on), expected, "{gaps:?}");
        }
    }

    #[test]
    fn the_family_comes_first_up_to_the_grade_that_is_set() {
        let first =
            |through| ["PK", "KG", "02", "3", "11"].map(|grade| FamilyFirst(through).holds_in(Some(grade)));
        assert_eq!(first(Some(2)), [true, true, true, false, false]);
        assert_eq!(first(Some(0)), [true, true, false, false, false]);
        assert_eq!(first(Some(12)), [true; 5]);
        assert_eq!(first(None), [false; 5]);
        assert!(FamilyFirst::default().holds_in(None), "a grade that nobody knows");
    }
}
