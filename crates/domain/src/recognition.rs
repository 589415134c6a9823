//! A warm word for what got better. The reason is always the student's own past, never a place in a ranking.

use serde::{Deserialize, Serialize};

use crate::words::words;

words!(
    /// Who is recognised.
    Recognised, "who is recognised" {
        /// The student.
        Student = "student",
        /// The family.
        Family = "family",
    }
);

words!(
    /// In which form.
    RecognitionForm, "form of recognition" {
        /// In words.
        Words = "words",
        /// A note to take home.
        NoteHome = "note_home",
        /// A call home.
        CallHome = "call_home",
        /// A certificate.
        Certificate = "certificate",
        /// A small thing, or time together.
        Treat = "treat",
    }
);

words!(
    /// What for, against the student's own past.
    RecognitionReason, "reason for recognition" {
        /// Fewer absences than in the week before.
        FewerAbsences = "fewer_absences",
        /// So many days present in a row.
        DaysInARow = "days_in_a_row",
        /// A goal was reached.
        GoalReached = "goal_reached",
        /// Came back after days away.
        CameBack = "came_back",
        /// In time more often.
        OnTime = "on_time",
        /// Tried hard.
        Effort = "effort",
    }
);

/// A recognition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognition {
    /// Who; without a word the student.
    pub whom: Option<Recognised>,
    /// In which form.
    pub form: RecognitionForm,
    /// What for.
    pub reason: RecognitionReason,
    /// How many days it was for, where it was for days.
    pub days: Option<u16>,
}
