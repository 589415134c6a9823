//! The first contact with a family, point by point.

use crate::words::words;

words!(
    /// A point of the checklist for the first weeks with a family.
    FirstContactItem, "point of the first contact" {
        /// The school told the family about the mentor beforehand.
        FamilyNoticed = "family_noticed",
        /// A letter with the mentor's picture and number went home.
        LetterSent = "letter_sent",
        /// A short first call with something good in it.
        GoodFirstCall = "good_first_call",
        /// Who lives with the student and who decides.
        HouseholdKnown = "household_known",
        /// The language in which the family wants to talk.
        LanguageKnown = "language_known",
        /// An interpreter is arranged where one is needed: a grown-up, never the child.
        InterpreterArranged = "interpreter_arranged",
        /// The numbers work.
        NumbersChecked = "numbers_checked",
        /// When to call, and when not.
        BestHoursKnown = "best_hours_known",
        /// Whether the family wants texts.
        TextsAgreed = "texts_agreed",
        /// How the student gets to school, and how far it is.
        WayToSchoolKnown = "way_to_school_known",
    }
);
