//! How much of a day: decimals and counts into ten-thousandths, without a float.

use daymark_domain::DayPart;

/// The share that a decimal number is of a day of so many units, rounded down, so that less than half a day never
/// becomes half of one. `None` for what is no number, and for more than the day.
pub(crate) fn share_of_day(text: &str, units_a_day: u32) -> Option<DayPart> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(part) || (whole.is_empty() && part.is_empty()) {
        return None;
    }
    let whole: u32 = format!("0{whole}").parse().ok()?;
    let ten_thousandths: u32 = format!("{part:0<4}")[..4].parse().ok()?;
    let is_more = part.bytes().skip(4).any(|byte| byte != b'0');
    let amount = whole.checked_mul(10_000)?.checked_add(ten_thousandths)?;
    let day = units_a_day.checked_mul(10_000)?;
    if amount > day || (amount == day && is_more) {
        return None;
    }
    amount.checked_div(units_a_day).and_then(DayPart::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_day_stays_half_a_day_in_every_unit() {
        let cases = [
            ("0.5", 1, 5_000),
            (".5", 1, 5_000),
            ("0.49999999", 1, 4_999),
            ("0.25", 1, 2_500),
            ("1", 1, 10_000),
            ("01.00", 1, 10_000),
            ("0", 1, 0),
            ("195", 390, 5_000),
            ("194", 390, 4_974),
            ("196", 390, 5_025),
            ("390.0", 390, 10_000),
            ("3.5", 7, 5_000),
            ("3", 7, 4_285),
            ("4", 7, 5_714),
        ];
        for (text, day, expected) in cases {
            assert_eq!(share_of_day(text, day), DayPart::new(expected), "{text} of {day}");
        }
    }

    #[test]
    fn more_than_the_day_and_what_is_no_number_are_no_share_of_a_day() {
        for wrong in ["1.5", "1.00001", "2", "390", "-1", "+1", "0,5", "half", ".", "", "1e0", "٣", "1.0.0"]
        {
            assert_eq!(share_of_day(wrong, 1), None, "{wrong}");
        }
        assert_eq!(share_of_day("391", 390), None);
        assert_eq!(share_of_day("99999999999", 390), None);
    }
}
