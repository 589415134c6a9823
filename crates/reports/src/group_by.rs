//! What the tables of subgroups are made by, and how a student's group is called.

use crate::facts::StudentFacts;
use crate::grades::{NOT_STATED, by_grade, grade_name};

/// A way to divide students.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GroupBy {
    Grade,
    RaceEthnicity,
    SpecialEducation,
    EnglishLearner,
    Lunch,
    Gender,
    Zip,
}

impl GroupBy {
    pub(crate) const ALL: [Self; 7] = [
        Self::Grade,
        Self::RaceEthnicity,
        Self::SpecialEducation,
        Self::EnglishLearner,
        Self::Lunch,
        Self::Gender,
        Self::Zip,
    ];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Grade => "grade",
            Self::RaceEthnicity => "race_ethnicity",
            Self::SpecialEducation => "special_education",
            Self::EnglishLearner => "english_learner",
            Self::Lunch => "lunch",
            Self::Gender => "gender",
            Self::Zip => "zip",
        }
    }

    /// The student's group; who is in none stands with those of whom nothing is known, so that groups add up.
    pub(crate) fn of(self, student: &StudentFacts) -> String {
        let groups = &student.groups;
        let yes_or_no = |flag: Option<bool>| flag.map(|flag| if flag { "yes" } else { "no" }.to_owned());
        let group = match self {
            Self::Grade => student.grade.clone(),
            Self::RaceEthnicity => groups.race_ethnicity.clone(),
            Self::SpecialEducation => yes_or_no(groups.special_education),
            Self::EnglishLearner => yes_or_no(groups.english_learner),
            Self::Lunch => groups.lunch.clone(),
            Self::Gender => groups.gender.clone(),
            Self::Zip => groups.zip.clone(),
        };
        group.unwrap_or_else(|| NOT_STATED.to_owned())
    }

    /// The groups in the order in which they are shown.
    pub(crate) fn in_order(self, mut groups: Vec<String>) -> Vec<String> {
        if self == Self::Grade {
            let grades: Vec<Option<String>> =
                groups.into_iter().map(|grade| (grade != NOT_STATED).then_some(grade)).collect();
            return by_grade(&grades).iter().map(|grade| grade_name(grade.as_deref())).collect();
        }
        groups.sort_by(|a, b| (a == NOT_STATED, a).cmp(&(b == NOT_STATED, b)));
        groups.dedup();
        groups
    }
}
