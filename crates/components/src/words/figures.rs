//! Figures as people of a language write them: rates, long numbers, a student's grade.

use super::{Arg, Words};
use crate::say;

impl Words {
    /// "12.9 %", from tenths of a percent; a dash where there is no rate.
    pub fn rate(self, per_mille: Option<u32>) -> String {
        match per_mille {
            Some(tenths) => say!(self, "rate", whole: tenths / 10, tenth: tenths % 10),
            None => say!(self, "rate-none"),
        }
    }

    /// "Grade 7", "Kindergarten", from the code that the school's export has.
    pub fn grade(self, code: &str) -> String {
        // An export writes "07" where people say 7.
        match code.parse::<u8>() {
            Ok(number) => say!(self, "grade", n: number),
            Err(_) => say!(self, "grade-named", code: code),
        }
    }
}

/// "1,043": the school districts' own notation, in Spanish too (Mexico and the United States write both alike).
pub fn grouped<M>(value: &Arg<'_>, _: &M) -> Option<String> {
    let Arg::Number(number) = value else { return None };
    let is_long_and_whole = number.value >= 1_000.0 && number.value.fract() == 0.0;
    is_long_and_whole.then(|| {
        let digits = number.value.to_string();
        let groups: Vec<&str> =
            digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
        groups.join(",")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_has_one_decimal_and_a_point_as_the_districts_reports_have() {
        for words in [Words::english(), Words::spanish()] {
            assert_eq!(words.rate(Some(129)), "12.9 %");
            assert_eq!(words.rate(Some(1_000)), "100.0 %");
            assert_eq!(words.rate(Some(5)), "0.5 %");
            assert_eq!(words.rate(None), "–");
        }
    }

    #[test]
    fn a_grade_is_a_number_or_a_name() {
        let (english, spanish) = (Words::english(), Words::spanish());
        assert_eq!((english.grade("07"), spanish.grade("07")), ("Grade 7".into(), "7.º grado".into()));
        assert_eq!((english.grade("01"), spanish.grade("01")), ("Grade 1".into(), "1.er grado".into()));
        assert_eq!((english.grade("3"), spanish.grade("3")), ("Grade 3".into(), "3.er grado".into()));
        assert_eq!((english.grade("KG"), spanish.grade("KG")), ("Kindergarten".into(), "Kínder".into()));
        assert_eq!((english.grade("Green"), spanish.grade("Green")), ("Green".into(), "Green".into()));
    }

    #[test]
    fn long_numbers_are_grouped_and_short_ones_are_not() {
        for (n, said) in [(999, "999 students"), (1_043, "1,043 students"), (1_234_567, "1,234,567 students")]
        {
            assert_eq!(say!(Words::english(), "students-count", n: n), said);
        }
    }
}
