//! Why nothing was stored or undone, in the reader's language; what a file itself gets wrong stays in the importer's words.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::imports::ImportError;
use crate::imports::undo::UndoError;

/// The sentence for a refused import.
pub fn of_import(words: Words, error: &ImportError) -> Element {
    let sentence = match error {
        ImportError::BadRows { report } => {
            say!(words, "imports-why-bad-rows", skipped: report.rows_skipped, rows: report.rows)
        }
        ImportError::TooManyWithdrawals { of_what, ended, before, .. } => {
            withdrawals(words, of_what, *ended, *before)
        }
        ImportError::TimeZone(_) => say!(words, "imports-why-time-zone"),
        ImportError::NotYet { through, today } => {
            say!(words, "imports-why-not-yet", through: words.day_and_year(*through), today: words.day_and_year(*today))
        }
        ImportError::NoSchoolDays { .. } => say!(words, "imports-why-no-school-days"),
        ImportError::NoSuchSchool(_) | ImportError::TwoZones => say!(words, "imports-why-no-school"),
        ImportError::OtherSchools => say!(words, "imports-why-other-schools"),
        ImportError::Refused(_) | ImportError::Map(_) => say!(words, "imports-why-file"),
        ImportError::Undo(error) => of_undo(words, error),
        ImportError::Folder { .. } | ImportError::Store(_) => say!(words, "page-went-wrong"),
    };
    let own = match error {
        ImportError::Refused(refused) => Some(refused.to_string()),
        ImportError::Map(wrong) => Some(wrong.to_string()),
        _ => None,
    };
    rsx! {
        p { "{sentence}" }
        if let Some(own) = own {
            p { lang: "en", "{own}" }
        }
    }
}

/// That more than a tenth would be ended.
pub fn withdrawals(words: Words, of_what: &str, ended: u64, before: u64) -> String {
    let noun = match of_what {
        "active students" => "student",
        "enrollments" => "enrollment",
        "guardians of students" => "guardian_link",
        _ => "attendance_record",
    };
    say!(words, "imports-why-withdrawals", what: say!(words, "imports-noun", noun: noun), ended: ended, before: before)
}

/// The sentence for a refused undoing.
pub fn of_undo(words: Words, error: &UndoError) -> String {
    match error {
        UndoError::NoSuchImport(_) => say!(words, "page-not-found"),
        UndoError::StoredNothing => say!(words, "imports-undo-nothing"),
        UndoError::IsUndoing => say!(words, "imports-undo-undoing"),
        UndoError::Already => say!(words, "imports-undo-already"),
        UndoError::BuiltOn { later } => say!(words, "imports-undo-built-on", later: *later),
        UndoError::NotKept => say!(words, "imports-undo-not-kept"),
        UndoError::Matched { matches } => say!(words, "imports-undo-matched", n: *matches),
        UndoError::Store(_) => say!(words, "page-went-wrong"),
    }
}
