//! What a code on a school's list means, and the preview of what was made of each.

use std::collections::BTreeMap;

use daymark_domain::{AttendanceStatus, DayPart, Days};

use super::map::DurationUnit;
use crate::amount::share_of_day;
use crate::problem::{ReadAs, shown};

/// The codes that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Codes {
    /// Ed-Fi's names, our own words and common short forms.
    #[default]
    Common,
    /// The school's own, and no other.
    Own(BTreeMap<String, Code>),
}

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    /// Nothing that concerns attendance.
    Ignore,
    /// A status, with how much of the day it stands for if the map says.
    Status { status: AttendanceStatus, missed: Option<DayPart> },
}

impl Codes {
    pub fn read(&self, code: &str) -> Option<Code> {
        match self {
            Self::Common => code.parse().ok().map(|status| Code::Status { status, missed: None }),
            Self::Own(codes) => codes.get(code).copied(),
        }
    }

    /// What to write in place of a code that is not known.
    pub fn expected(&self) -> String {
        match self {
            Self::Common => {
                "one of In Attendance, Present, Excused Absence, Unexcused Absence, Tardy, Early departure, \
                             Partial"
                    .to_owned()
            }
            Self::Own(codes) => {
                let names: Vec<&str> =
                    codes.keys().map(|code| if code.is_empty() { "nothing" } else { code }).collect();
                format!("a code of the map's [codes]: {}", names.join(", "))
            }
        }
    }
}

/// How much of the day a mark stands for: what the row states, else what its code states, else what its status does.
pub(super) fn missed(status: AttendanceStatus, of_code: Option<DayPart>, stated: Option<DayPart>) -> DayPart {
    let has_amount = status.is_absence()
        || matches!(
            status,
            AttendanceStatus::Partial
                | AttendanceStatus::EarlyDeparture
                | AttendanceStatus::InSchoolSuspension
        );
    let by_default = status.missed_by_default();
    stated.or(of_code).filter(|_| has_amount).unwrap_or(by_default)
}

/// What a duration says; `Some(None)` when it is empty.
pub(super) fn stated(text: &str, unit: DurationUnit) -> Option<Option<DayPart>> {
    if text.is_empty() { Some(None) } else { share_of_day(text, unit.a_day).map(Some) }
}

/// How often each code was met, and what it was read as.
#[derive(Default)]
pub(super) struct Seen(BTreeMap<String, (Option<Code>, u64)>);

/// So many different codes are listed; a column of free text must not fill the memory.
const CODES_LISTED_MAX: usize = 500;

impl Seen {
    pub fn count(&mut self, text: &str, code: Option<Code>) {
        if let Some((_, times)) = self.0.get_mut(text) {
            *times += 1;
        } else if self.0.len() < CODES_LISTED_MAX {
            self.0.insert(text.to_owned(), (code, 1));
        }
    }

    pub fn into_preview(self) -> Vec<ReadAs> {
        let read_as = |code: Option<Code>| match code {
            Some(Code::Status { status, missed: None }) => status.word().replace('_', " "),
            Some(Code::Status { status, missed: Some(missed) }) => {
                format!("{}, {} of the day", status.word().replace('_', " "), Days::from(missed))
            }
            Some(Code::Ignore) => "nothing, as the map says".to_owned(),
            None => "nothing, as no meaning is known".to_owned(),
        };
        let seen = self.0.into_iter();
        seen.map(|(text, (code, times))| ReadAs { found: shown(&text), read_as: read_as(code), times })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tardy_never_becomes_an_absence_whatever_its_duration() {
        let whole = Some(DayPart::WHOLE);
        for status in [AttendanceStatus::Tardy, AttendanceStatus::Present] {
            assert_eq!(missed(status, whole, whole), DayPart::NONE, "{status:?}");
        }
        assert_eq!(missed(AttendanceStatus::Partial, None, None), DayPart::HALF);
        assert_eq!(missed(AttendanceStatus::Partial, None, whole), DayPart::WHOLE);
    }

    #[test]
    fn what_the_row_states_comes_before_what_its_code_states() {
        let quarter = DayPart::new(2_500);
        let excused = AttendanceStatus::AbsentExcused;
        assert_eq!(missed(excused, None, None), DayPart::WHOLE);
        assert_eq!(missed(excused, Some(DayPart::HALF), None), DayPart::HALF);
        assert_eq!(Some(missed(excused, Some(DayPart::HALF), quarter)), quarter);
    }
}
