//! The bands of grades within which students are compared.

use serde::Serialize;

/// A band of grades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GradeBand {
    /// Up to grade 5.
    Elementary,
    /// Grades 6 to 8.
    Middle,
    /// Grades 9 to 12.
    High,
}

impl GradeBand {
    /// The band of a grade as the school's export has it (`KG`, `06`, `9`); `None` for what is no grade of a school.
    pub fn of(grade: &str) -> Option<Self> {
        let grade = grade.trim().to_ascii_uppercase();
        match (grade.as_str(), grade.parse::<u8>()) {
            ("IT" | "PR" | "PK" | "TK" | "KG" | "K", _) | (_, Ok(0..=5)) => Some(Self::Elementary),
            (_, Ok(6..=8)) => Some(Self::Middle),
            (_, Ok(9..=12)) => Some(Self::High),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_has_its_band_however_the_export_writes_it() {
        let bands = ["PK", "kg", "5", "06", "8", "09", "12"].map(GradeBand::of);
        use GradeBand as B;
        assert_eq!(
            bands,
            [B::Elementary, B::Elementary, B::Elementary, B::Middle, B::Middle, B::High, B::High].map(Some)
        );
        assert_eq!(["", "13", "UG", "-1"].map(GradeBand::of), [None; 4]);
    }
}
