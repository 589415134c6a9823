//! All students of a mentor.

use daymark_domain::{AbsenceFigure, MatchId, TierLimits, WeekDosage};
use serde::{Deserialize, Serialize};

/// All students of this mentor, by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseloadView {
    /// By which limits their figures are told apart.
    pub limits: TierLimits,
    /// The students.
    pub rows: Vec<CaseloadRow>,
    /// With whom the latest group was: it often meets again.
    pub last_group: Vec<MatchId>,
}

/// One student in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseloadRow {
    /// Whose.
    pub match_id: MatchId,
    /// The student's name.
    pub student: String,
    /// The grade as the school writes it.
    pub grade: Option<String>,
    /// Absence this year to date.
    pub figure: AbsenceFigure,
    /// This week against the model.
    pub week: WeekDosage,
}
