//! A referral: help for a student that somebody else gives, followed until it is known whether it helped
//! (`domain.md` section 3). A child-protection report is none: it goes by phone, at once.

use crate::words::words;
use crate::{AskKind, AskStatus, BarrierFactor, Ratio, SchoolDay};

words!(
    /// Where it leads.
    ReferralKind, "kind of referral" {
        /// The nurse or another health service.
        Health = "health",
        /// A counsellor or another mental-health service.
        MentalHealth = "mental_health",
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
        /// Something after school.
        Enrichment = "enrichment",
        /// An interpreter or a translation.
        Language = "language",
        /// Something else.
        Other = "other",
    }
);

words!(
    /// How far it has come: the words of HL7's task for social needs.
    ReferralStatus, "status of a referral" {
        /// Being prepared; nobody has been asked.
        Draft = "draft",
        /// Whoever shall help has been asked.
        Requested = "requested",
        /// They said yes.
        Accepted = "accepted",
        /// They said no.
        Rejected = "rejected",
        /// They are at it.
        InProgress = "in_progress",
        /// It waits for something.
        OnHold = "on_hold",
        /// They began and could not end it.
        Failed = "failed",
        /// It is done.
        Completed = "completed",
        /// It is no longer wanted.
        Cancelled = "cancelled",
        /// It should never have been written.
        EnteredInError = "entered_in_error",
    }
);

words!(
    /// What came of it: without this word a referral stays open.
    ReferralOutcome, "outcome of a referral" {
        /// The need is met.
        NeedMet = "need_met",
        /// Partly met.
        Partly = "partly",
        /// Not met.
        NotMet = "not_met",
        /// The family did not want it.
        FamilyDeclined = "family_declined",
        /// They had no room.
        NoCapacity = "no_capacity",
        /// Nobody could be reached any more.
        LostContact = "lost_contact",
    }
);

words!(
    /// What allows others to be told of the student (`domain.md` section 6).
    ConsentBasis, "basis of consent" {
        /// Nobody has said yes yet, so nobody may be asked.
        Awaited = "awaited",
        /// It stays in the school: with somebody whose work it is.
        SchoolOfficial = "school_official",
        /// The family signed, with date, records, purpose and recipient.
        Written = "written",
        /// The family goes there itself; nothing is passed on.
        FamilyItself = "family_itself",
        /// Health or safety is in danger now.
        Emergency = "emergency",
    }
);

/// The median of the days from the making of a referral to its end, both dates of the calendar; none: there is none
/// (`domain.md` 5.2).
pub fn median_days_to_close(
    made_and_ended: impl IntoIterator<Item = (SchoolDay, SchoolDay)>,
) -> Option<Ratio> {
    let days = made_and_ended.into_iter().map(|(made, ended)| ended.number().saturating_sub(made.number()));
    let days: Vec<Ratio> = days.map(|days| Ratio::whole(u32::try_from(days).unwrap_or(0))).collect();
    Ratio::median(&days)
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvalidReferralStep {
    /// That status does not follow this one.
    #[error("that does not follow")]
    NotNext,
    /// Others would be told of the student without a basis.
    #[error("nobody may be asked before there is consent")]
    NoConsent,
    /// It would end without a word about what came of it.
    #[error("the outcome is missing")]
    NoOutcome,
    /// The outcome belongs to another status.
    #[error("that outcome does not fit")]
    OtherOutcome,
}

impl ReferralStatus {
    /// What may follow.
    pub fn next(self) -> &'static [Self] {
        use ReferralStatus::{
            Accepted, Cancelled, Completed, Draft, EnteredInError, Failed, InProgress, OnHold, Rejected,
            Requested,
        };
        match self {
            Draft => &[Requested, Cancelled, EnteredInError],
            Requested => &[Accepted, Rejected, Cancelled, EnteredInError],
            Accepted => &[InProgress, OnHold, Failed, Cancelled, EnteredInError],
            InProgress => &[OnHold, Completed, Failed, Cancelled, EnteredInError],
            OnHold => &[InProgress, Failed, Cancelled, EnteredInError],
            Rejected | Failed | Completed | Cancelled => &[EnteredInError],
            EnteredInError => &[],
        }
    }
    /// Somebody still has to do something.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Requested | Self::Accepted | Self::InProgress | Self::OnHold)
    }
    /// It ends, and what came of it is said.
    pub fn wants_outcome(self) -> bool {
        !self.is_open() && self != Self::EnteredInError
    }
    /// Looks whether it may go on to `to`: the consent and the outcome are those that stand with it.
    pub fn step(
        self,
        to: Self,
        consent: ConsentBasis,
        outcome: Option<ReferralOutcome>,
    ) -> Result<(), InvalidReferralStep> {
        if to != self && !self.next().contains(&to) {
            return Err(InvalidReferralStep::NotNext);
        }
        to.stands_with(consent, outcome)
    }
    /// Looks whether consent and outcome fit.
    pub fn stands_with(
        self,
        consent: ConsentBasis,
        outcome: Option<ReferralOutcome>,
    ) -> Result<(), InvalidReferralStep> {
        let tells_others = self.is_open() && self != Self::Draft || self == Self::Completed;
        if tells_others && consent == ConsentBasis::Awaited {
            return Err(InvalidReferralStep::NoConsent);
        }
        match outcome {
            None if self.wants_outcome() => Err(InvalidReferralStep::NoOutcome),
            Some(_) if !self.wants_outcome() => Err(InvalidReferralStep::OtherOutcome),
            Some(ReferralOutcome::NeedMet | ReferralOutcome::Partly)
                if matches!(self, Self::Rejected | Self::Failed) =>
            {
                Err(InvalidReferralStep::OtherOutcome)
            }
            _ => Ok(()),
        }
    }
    /// What the mentor who asked reads of it; `None`: nothing to say.
    pub fn answers(self) -> Option<AskStatus> {
        match self {
            Self::Draft | Self::EnteredInError => None,
            Self::Requested => Some(AskStatus::Accepted),
            Self::Accepted | Self::InProgress => Some(AskStatus::InProgress),
            Self::OnHold => Some(AskStatus::OnHold),
            Self::Completed => Some(AskStatus::Completed),
            Self::Rejected | Self::Failed => Some(AskStatus::Rejected),
            Self::Cancelled => Some(AskStatus::Cancelled),
        }
    }
}

impl ReferralKind {
    /// What a mentor's request asks for; `None` for what the team answers by itself.
    pub fn of_ask(kind: AskKind) -> Option<Self> {
        match kind {
            AskKind::Question | AskKind::ContactDetails => None,
            AskKind::Health => Some(Self::Health),
            AskKind::Counselling => Some(Self::MentalHealth),
            AskKind::SocialWork => Some(Self::SocialWork),
            AskKind::AttendanceOutreach => Some(Self::AttendanceOutreach),
            AskKind::Housing => Some(Self::Housing),
            AskKind::Food => Some(Self::Food),
            AskKind::Transport => Some(Self::Transport),
            AskKind::ChildCare => Some(Self::ChildCare),
            AskKind::Legal => Some(Self::Legal),
            AskKind::AcademicSupport => Some(Self::AcademicSupport),
            AskKind::Evaluation => Some(Self::Evaluation),
            AskKind::Enrichment => Some(Self::Enrichment),
            AskKind::Language => Some(Self::Language),
            AskKind::Other => Some(Self::Other),
        }
    }
    /// The causes that it answers, so that a resource for them is offered.
    pub fn factors(self) -> &'static [BarrierFactor] {
        use BarrierFactor as F;
        match self {
            Self::Health | Self::MentalHealth => &[F::Health],
            Self::SocialWork => &[F::FamilyTrouble, F::FamilyDuties, F::SystemInvolvement],
            Self::AttendanceOutreach => &[F::OnlyUnexcusedCounts, F::TwoDaysAreFine, F::LosingCount],
            Self::Housing => &[F::Housing],
            Self::Food => &[F::Food],
            Self::Transport => &[F::Transport, F::UnsafeRoute],
            Self::ChildCare => &[F::ChildCare, F::FamilyDuties],
            Self::Legal => &[F::SystemInvolvement],
            Self::AcademicSupport => &[F::AcademicStruggle, F::CreditsBehind],
            Self::Evaluation => &[F::AcademicStruggle],
            Self::Enrichment => &[F::NoEnrichment, F::Bored],
            Self::Language | Self::Other => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReferralStatus as S;

    #[test]
    fn the_days_to_close_are_the_middle_of_all_that_ended() {
        let day = |text: &str| text.parse::<SchoolDay>().unwrap();
        let made = day("2025-10-06");
        let ended = |days: u64| (made, made.plus(days));
        assert_eq!(median_days_to_close([]), None);
        assert_eq!(median_days_to_close([ended(0)]), Some(Ratio::whole(0)), "on the same day");
        assert_eq!(median_days_to_close([ended(40), ended(3), ended(10)]), Some(Ratio::whole(10)));
        let between = median_days_to_close([ended(3), ended(10)]).unwrap();
        assert_eq!(between.decimal(1), "6.5");
    }

    #[test]
    fn a_referral_goes_only_where_the_flow_leads() {
        let flow: &[(S, &[S])] = &[
            (S::Draft, &[S::Requested, S::Cancelled, S::EnteredInError]),
            (S::Requested, &[S::Accepted, S::Rejected, S::Cancelled, S::EnteredInError]),
            (S::Accepted, &[S::InProgress, S::OnHold, S::Failed, S::Cancelled, S::EnteredInError]),
            (S::Rejected, &[S::EnteredInError]),
            (S::InProgress, &[S::OnHold, S::Completed, S::Failed, S::Cancelled, S::EnteredInError]),
            (S::OnHold, &[S::InProgress, S::Failed, S::Cancelled, S::EnteredInError]),
            (S::Failed, &[S::EnteredInError]),
            (S::Completed, &[S::EnteredInError]),
            (S::Cancelled, &[S::EnteredInError]),
            (S::EnteredInError, &[]),
        ];
        assert_eq!(flow.len(), S::ALL.len());
        for (from, allowed) in flow {
            for to in S::ALL.iter().filter(|to| *to != from) {
                let outcome = to.wants_outcome().then_some(ReferralOutcome::NotMet);
                let expected = if allowed.contains(to) { Ok(()) } else { Err(InvalidReferralStep::NotNext) };
                assert_eq!(from.step(*to, ConsentBasis::Written, outcome), expected, "{from} to {to}");
            }
        }
    }

    #[test]
    fn nobody_is_asked_before_there_is_consent_and_none_ends_without_its_outcome() {
        use InvalidReferralStep::{NoConsent, NoOutcome, OtherOutcome};
        use ReferralOutcome::{LostContact, NeedMet};
        let (awaited, written) = (ConsentBasis::Awaited, ConsentBasis::Written);
        for (from, to, consent, outcome, expected) in [
            (S::Draft, S::Draft, awaited, None, Ok(())),
            (S::Draft, S::Requested, awaited, None, Err(NoConsent)),
            (S::Draft, S::Requested, written, None, Ok(())),
            (S::Draft, S::Cancelled, awaited, Some(ReferralOutcome::FamilyDeclined), Ok(())),
            (S::InProgress, S::Completed, written, None, Err(NoOutcome)),
            (S::InProgress, S::Completed, written, Some(NeedMet), Ok(())),
            (S::InProgress, S::OnHold, written, Some(NeedMet), Err(OtherOutcome)),
            (S::InProgress, S::Failed, written, Some(NeedMet), Err(OtherOutcome)),
            (S::InProgress, S::Failed, written, Some(LostContact), Ok(())),
            (S::Completed, S::EnteredInError, written, None, Ok(())),
        ] {
            assert_eq!(from.step(to, consent, outcome), expected, "{from} to {to}");
        }
    }

    #[test]
    fn a_mentor_who_asked_reads_every_step_but_a_draft_and_a_mistake() {
        for status in S::ALL {
            let silent = matches!(status, S::Draft | S::EnteredInError);
            assert_eq!(status.answers().is_none(), silent, "{status}");
            let ends = status.answers().is_some_and(AskStatus::is_final);
            assert_eq!(ends, status.wants_outcome(), "{status}");
        }
    }
}
