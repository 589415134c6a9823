//! Which mentor fits a student, and why: five things that are seen or recorded, each with its weight, and two
//! conditions (`domain.md` table 2, #40 and #41). A person decides; this only lays out what is known.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::Availability;
use crate::words::words;

words!(
    /// What speaks for two people.
    FitFactor, "factor of a match" {
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
    }
);

impl FitFactor {
    /// Whether staff record it; the language follows from what is known of both.
    pub fn is_recorded(self) -> bool {
        self != Self::FamilyLanguage
    }
}

words!(
    /// Whether something is so.
    Holds, "answer" {
        /// It is.
        Yes = "yes",
        /// It is not.
        No = "no",
        /// Nobody has said.
        Unknown = "unknown",
    }
);

/// How much each factor counts, from 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FitWeights([u8; 5]);

impl FitWeights {
    /// The most that one factor counts.
    pub const MAX: u8 = 5;
    /// In the order of [`FitFactor::ALL`]; `None` beyond [`Self::MAX`].
    pub fn new(weights: [u8; 5]) -> Option<Self> {
        weights.iter().all(|weight| *weight <= Self::MAX).then_some(Self(weights))
    }
    /// How much that one counts.
    pub fn of(self, factor: FitFactor) -> u8 {
        self.0[factor as usize]
    }
    /// In the order of [`FitFactor::ALL`].
    pub fn all(self) -> [u8; 5] {
        self.0
    }
    fn sum(self) -> u32 {
        self.0.iter().map(|weight| u32::from(*weight)).sum()
    }
}

/// In the order in which the field prefers them.
impl Default for FitWeights {
    fn default() -> Self {
        Self([5, 4, 3, 2, 1])
    }
}

/// What is known of a student who shall have a mentor.
#[derive(Clone, Default)]
pub struct Mentee {
    /// What is spoken at home: tags as `es` or `es-MX`, or names.
    pub languages: Vec<String>,
    /// When the student has time; none said is not the same as no time.
    pub availability: BTreeSet<Availability>,
}

/// What is known of a mentor.
#[derive(Clone)]
pub struct MentorOffer<Id> {
    /// Who.
    pub id: Id,
    /// What the mentor speaks: tags or names.
    pub languages: Vec<String>,
    /// When the mentor has time.
    pub availability: BTreeSet<Availability>,
    /// How many students the mentor takes; none: nobody has asked.
    pub capacity: Option<u32>,
    /// How many there are now, with those who are being prepared.
    pub students: u32,
    /// What staff recorded of this mentor and this student.
    pub recorded: Vec<(FitFactor, Holds)>,
}

impl<Id> MentorOffer<Id> {
    /// Room for so many more; none: nobody has asked.
    pub fn room(&self) -> Option<u32> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.students))
    }
    /// Room for one more, as far as anybody knows.
    pub fn has_room(&self) -> bool {
        self.room() != Some(0)
    }
}

/// A factor, as it is for these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactorFit {
    /// Which.
    pub factor: FitFactor,
    /// Whether it is so.
    pub holds: Holds,
    /// What it adds when it is.
    pub weight: u8,
}

/// How a mentor fits a student, with all of its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit<Id> {
    /// The mentor.
    pub mentor: Id,
    /// The five factors, in their order.
    pub factors: [FactorFit; 5],
    /// What those that are so add up to.
    pub points: u32,
    /// What all of them would.
    pub of: u32,
    /// Languages of both, as the mentor's are written.
    pub languages: Vec<String>,
    /// The parts of the week in which both have time; none: one of them did not say.
    pub shared_time: Option<BTreeSet<Availability>>,
    /// Room for so many more; none: nobody has asked.
    pub room: Option<u32>,
}

impl<Id> Fit<Id> {
    /// Both said when they have time, and it is never the same.
    pub fn never_meet(&self) -> bool {
        self.shared_time.as_ref().is_some_and(BTreeSet::is_empty)
    }
}

/// The mentors who have room, the best fit first: those who never have time together stand last, equal points go by
/// room and then in the order given.
pub fn suggest<Id: Copy>(mentee: &Mentee, mentors: &[MentorOffer<Id>], weights: FitWeights) -> Vec<Fit<Id>> {
    let with_room = mentors.iter().filter(|mentor| mentor.has_room());
    let mut fits: Vec<Fit<Id>> = with_room.map(|mentor| fit(mentee, mentor, weights)).collect();
    fits.sort_by_key(|fit| (fit.never_meet(), Reverse(fit.points), Reverse(fit.room)));
    fits
}

/// How these two fit.
pub fn fit<Id: Copy>(mentee: &Mentee, mentor: &MentorOffer<Id>, weights: FitWeights) -> Fit<Id> {
    let languages = shared_languages(&mentee.languages, &mentor.languages);
    let holds = |factor: FitFactor| match factor {
        FitFactor::FamilyLanguage if mentee.languages.is_empty() || mentor.languages.is_empty() => {
            Holds::Unknown
        }
        FitFactor::FamilyLanguage if languages.is_empty() => Holds::No,
        FitFactor::FamilyLanguage => Holds::Yes,
        recorded => {
            let found = mentor.recorded.iter().find(|(of, _)| *of == recorded);
            found.map_or(Holds::Unknown, |(_, holds)| *holds)
        }
    };
    let factors = std::array::from_fn(|n| {
        let factor = FitFactor::ALL[n];
        FactorFit { factor, holds: holds(factor), weight: weights.of(factor) }
    });
    let both_said = !mentee.availability.is_empty() && !mentor.availability.is_empty();
    Fit {
        mentor: mentor.id,
        points: factors.iter().filter(|of| of.holds == Holds::Yes).map(|of| u32::from(of.weight)).sum(),
        of: weights.sum(),
        factors,
        languages,
        shared_time: both_said
            .then(|| mentee.availability.intersection(&mentor.availability).copied().collect()),
        room: mentor.room(),
    }
}

fn shared_languages(family: &[String], mentor: &[String]) -> Vec<String> {
    let spoken: BTreeSet<String> = family.iter().map(|language| language_key(language)).collect();
    mentor.iter().filter(|language| spoken.contains(&language_key(language))).cloned().collect()
}

/// The languages that exports and forms write in several ways; what is not here is compared as it is written.
const LANGUAGES: [(&str, &[&str]); 10] = [
    ("en", &["eng", "english", "inglés", "ingles"]),
    ("es", &["spa", "spanish", "español", "espanol"]),
    ("zh", &["zho", "chi", "chinese", "mandarin", "cantonese", "chino"]),
    ("vi", &["vie", "vietnamese", "vietnamita"]),
    ("ar", &["ara", "arabic", "árabe", "arabe"]),
    ("ht", &["hat", "haitian creole", "haitian", "criollo haitiano"]),
    ("pt", &["por", "portuguese", "portugués", "portugues"]),
    ("so", &["som", "somali", "somalí"]),
    ("tl", &["tgl", "tagalog", "filipino"]),
    ("ru", &["rus", "russian", "ruso"]),
];

/// `es-MX`, `spa` and "Spanish" are one language.
pub fn language_key(written: &str) -> String {
    let written = written.trim().to_lowercase();
    // A tag's region says nothing about who understands whom.
    let primary = written.split(['-', '_']).next().filter(|tag| tag.len() <= 3).unwrap_or(&written);
    let known = LANGUAGES.iter().find(|(tag, names)| *tag == primary || names.contains(&primary));
    known.map_or_else(|| primary.to_owned(), |(tag, _)| (*tag).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(id: u8) -> MentorOffer<u8> {
        MentorOffer {
            id,
            languages: vec!["Spanish".into(), "English".into()],
            availability: [Availability::MondayBefore, Availability::TuesdayDuring].into(),
            capacity: Some(3),
            students: 1,
            recorded: vec![
                (FitFactor::ExistingRelationship, Holds::Yes),
                (FitFactor::KnownToFamily, Holds::No),
            ],
        }
    }

    fn mentee() -> Mentee {
        Mentee {
            languages: vec!["es-MX".into()],
            availability: [Availability::TuesdayDuring, Availability::FridayAfter].into(),
        }
    }

    #[test]
    fn each_factor_is_told_with_what_it_adds() {
        let fit = fit(&mentee(), &offer(1), FitWeights::default());
        let told: Vec<_> =
            fit.factors.iter().map(|of| (of.factor.word(), of.holds.word(), of.weight)).collect();
        assert_eq!(
            told,
            [
                ("existing_relationship", "yes", 5),
                ("seen_in_the_day", "unknown", 4),
                ("family_language", "yes", 3),
                ("known_to_family", "no", 2),
                ("similar_experience", "unknown", 1),
            ]
        );
        assert_eq!((fit.points, fit.of, fit.room), (8, 15, Some(2)));
        assert_eq!(fit.languages, ["Spanish"]);
        assert_eq!(fit.shared_time, Some([Availability::TuesdayDuring].into()));
    }

    #[test]
    fn whoever_is_full_is_not_suggested_and_who_never_has_time_together_stands_last() {
        let full = MentorOffer { students: 3, ..offer(1) };
        let never = MentorOffer { availability: [Availability::MondayAfter].into(), ..offer(2) };
        let silent = MentorOffer { availability: BTreeSet::new(), recorded: vec![], ..offer(3) };
        let unasked = MentorOffer { capacity: None, recorded: vec![], languages: vec![], ..offer(4) };
        let order: Vec<_> =
            suggest(&mentee(), &[full, never, silent, unasked, offer(5)], FitWeights::default())
                .into_iter()
                .map(|fit| (fit.mentor, fit.points, fit.never_meet()))
                .collect();
        assert_eq!(order, [(5, 8, false), (3, 3, false), (4, 0, false), (2, 8, true)]);
    }

    #[test]
    fn the_weights_decide_what_counts_and_stay_within_bounds() {
        let language_only = FitWeights::new([0, 0, 5, 0, 0]).unwrap();
        let fit = fit(&mentee(), &offer(1), language_only);
        assert_eq!((fit.points, fit.of), (5, 5));
        assert_eq!(FitWeights::new([0, 0, 6, 0, 0]), None);
    }

    #[test]
    fn a_language_is_the_same_however_it_is_written() {
        for (one, other) in [("es-MX", "Spanish"), ("spa", "es"), (" ENGLISH", "en_US"), ("Hmong", "hmong")] {
            assert_eq!(language_key(one), language_key(other));
        }
        assert_ne!(language_key("es"), language_key("en"));
        let unknown = Mentee { languages: vec![], ..mentee() };
        assert_eq!(fit(&unknown, &offer(1), FitWeights::default()).factors[2].holds, Holds::Unknown);
    }
}
