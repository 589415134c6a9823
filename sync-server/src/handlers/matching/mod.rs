//! From candidates to active matches.

pub mod board;
pub mod candidates;
pub mod cases;
pub mod fields;
pub mod pairs;

use daymark_components::Words;
use daymark_domain::{FactorFit, FitFactor, Holds, Rationale, SchoolDay};

use crate::app::App;
use crate::pages::matching::candidate::language_name;
use crate::service::school_time;
use crate::store::schools::School;

/// The date at the school.
pub(super) fn today(app: &App, school: &School) -> SchoolDay {
    school_time::at(school, app.clock.now()).day
}

/// What speaks for two people as the form of a proposal has it.
pub(super) fn rationale(factors: &[FactorFit]) -> Vec<Rationale> {
    let holding = factors.iter().filter(|of| of.holds == Holds::Yes);
    holding
        .map(|of| match of.factor {
            FitFactor::ExistingRelationship => Rationale::ExistingRelationship,
            FitFactor::SeenInTheDay => Rationale::SeenInTheDay,
            FitFactor::FamilyLanguage => Rationale::FamilyLanguage,
            FitFactor::KnownToFamily => Rationale::KnownToFamily,
            FitFactor::SimilarExperience => Rationale::SimilarExperience,
        })
        .collect()
}

/// What is spoken at home, for a form to begin with.
pub(super) fn spoken(words: Words, languages: &[String]) -> String {
    languages.first().map(|language| language_name(words, language)).unwrap_or_default()
}
