//! What a mentor needs, rung by rung, and how far each is.

use daymark_domain::{
    MentorFacts, MentoringRules, RUNS_OUT_SOON_DAYS, SchoolDay, Screening, ScreeningResult,
};

/// A thing that a mentor needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// Who they are, when they have time.
    Application,
    /// The check of their past.
    Background,
    /// The talk about the work.
    Suitability,
    /// The required topics.
    Training,
    /// The signed promise.
    Agreement,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    /// There; with the last day on which it holds.
    Done(Option<SchoolDay>),
    /// Somebody else answers for it.
    ByEmployer,
    /// There, and runs out soon.
    Soon(SchoolDay),
    /// It has run out.
    Over(SchoolDay),
    /// It was found that this is no work for them.
    NotClear,
    /// Nothing is written down.
    Missing,
}

impl Rung {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Background => "background",
            Self::Suitability => "suitability",
            Self::Training => "training",
            Self::Agreement => "agreement",
        }
    }
}

impl RungState {
    /// The word by which the catalogue says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done(_) => "done",
            Self::ByEmployer => "by_employer",
            Self::Soon(_) => "soon",
            Self::Over(_) => "over",
            Self::NotClear => "not_clear",
            Self::Missing => "missing",
        }
    }
    /// The last day, when it has one.
    pub fn through(self) -> Option<SchoolDay> {
        match self {
            Self::Done(through) => through,
            Self::Soon(through) | Self::Over(through) => Some(through),
            Self::ByEmployer | Self::NotClear | Self::Missing => None,
        }
    }
    /// Nothing has to be done about it.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done(_) | Self::ByEmployer)
    }
}

/// All of them, from the bottom.
pub fn ladder(facts: &MentorFacts, rules: &MentoringRules, today: SchoolDay) -> [(Rung, RungState); 5] {
    let there = |is_there| if is_there { RungState::Done(None) } else { RungState::Missing };
    let background = match screening(facts.background, today) {
        RungState::Missing | RungState::Over(_) if facts.is_checked_by_employer(rules) => {
            RungState::ByEmployer
        }
        state => state,
    };
    [
        (Rung::Application, there(facts.kind.is_some())),
        (Rung::Background, background),
        (Rung::Suitability, screening(facts.suitability, today)),
        (Rung::Training, training(facts, rules, today)),
        (Rung::Agreement, facts.agreement_through.map_or(RungState::Missing, |through| ends(through, today))),
    ]
}

fn screening(found: Option<Screening>, today: SchoolDay) -> RungState {
    match found {
        None => RungState::Missing,
        Some(Screening { result: ScreeningResult::NotClear, .. }) => RungState::NotClear,
        Some(Screening { through, .. }) => ends(through, today),
    }
}

/// All required topics are one rung: it ends when the first of them does.
fn training(facts: &MentorFacts, rules: &MentoringRules, today: SchoolDay) -> RungState {
    match facts.trained_through(rules) {
        Some(through) => ends(through, today),
        None if facts.untrained(rules, today).is_empty() => RungState::Done(None),
        None => RungState::Missing,
    }
}

fn ends(through: SchoolDay, today: SchoolDay) -> RungState {
    if through < today {
        RungState::Over(through)
    } else if through <= today.plus(RUNS_OUT_SOON_DAYS) {
        RungState::Soon(through)
    } else {
        RungState::Done(Some(through))
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::MentorType;

    use super::*;

    fn states(facts: &MentorFacts) -> Vec<&'static str> {
        states_under(&MentoringRules::default(), facts)
    }

    fn states_under(rules: &MentoringRules, facts: &MentorFacts) -> Vec<&'static str> {
        let today = "2025-10-14".parse().unwrap();
        ladder(facts, rules, today).map(|(_, state)| state.word()).to_vec()
    }

    #[test]
    fn each_rung_says_how_far_it_is() {
        let found = |result, through: &str| Some(Screening { result, through: through.parse().unwrap() });
        let mut facts = MentorFacts::default();
        assert_eq!(states(&facts), ["missing"; 5]);
        facts.background = found(ScreeningResult::Clear, "2025-10-13");
        facts.suitability = found(ScreeningResult::NotClear, "2026-10-13");
        facts.agreement_through = Some("2025-11-13".parse().unwrap());
        assert_eq!(states(&facts), ["missing", "over", "not_clear", "missing", "soon"]);
        facts.kind = Some(MentorType::SchoolStaff);
        assert_eq!(states(&facts)[..2], ["done", "by_employer"]);
        facts.background = found(ScreeningResult::NotClear, "2026-10-13");
        facts.agreement_through = Some("2025-11-14".parse().unwrap());
        assert_eq!(states(&facts), ["done", "not_clear", "not_clear", "missing", "done"]);
    }

    #[test]
    fn the_rung_of_training_runs_out_where_the_school_says_so() {
        let mut rules = MentoringRules::default();
        let done = "2024-10-31".parse().unwrap();
        let trained = rules.required_training.topics().map(|topic| (topic, done)).collect();
        let facts = MentorFacts { trained, ..MentorFacts::default() };
        for (months, expected) in [("0", "done"), ("60", "done"), ("12", "soon"), ("11", "over")] {
            rules.set("training_valid_months", months).unwrap();
            assert_eq!(states_under(&rules, &facts)[3], expected, "{months} months");
        }
    }
}
