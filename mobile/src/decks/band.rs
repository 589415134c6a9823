//! The grades that a deck is made for: finer than those that a report compares.

use daymark_domain::GradeBand;

/// A band of grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Band {
    /// Up to grade 2.
    KTo2,
    /// Grades 3 to 5.
    From3To5,
    /// Grades 6 to 8.
    From6To8,
    /// Grades 9 to 12.
    From9To12,
}

impl Band {
    /// All of them, the youngest first.
    pub const ALL: [Self; 4] = [Self::KTo2, Self::From3To5, Self::From6To8, Self::From9To12];

    /// The band of a grade as the school writes it; `None` for what is no grade.
    pub fn of(grade: &str) -> Option<Self> {
        let number = grade.trim().parse::<u8>().unwrap_or(0);
        GradeBand::of(grade).map(|band| match band {
            GradeBand::Elementary if number < 3 => Self::KTo2,
            GradeBand::Elementary => Self::From3To5,
            GradeBand::Middle => Self::From6To8,
            GradeBand::High => Self::From9To12,
        })
    }

    /// Its word in keys and in the catalogue.
    pub fn word(self) -> &'static str {
        match self {
            Self::KTo2 => "k2",
            Self::From3To5 => "g35",
            Self::From6To8 => "g68",
            Self::From9To12 => "g912",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_has_its_band_however_the_school_writes_it() {
        let bands = ["PK", "KG", "02", "3", "05", "6", "08", "9", "12"].map(Band::of);
        use Band::{From3To5, From6To8, From9To12, KTo2};
        let expected =
            [KTo2, KTo2, KTo2, From3To5, From3To5, From6To8, From6To8, From9To12, From9To12].map(Some);
        assert_eq!(bands, expected);
        assert_eq!(["", "Green", "13"].map(Band::of), [None; 3]);
    }
}
