//! Whether a number can be called.

const DIGITS_MIN: usize = 7;
const DIGITS_MAX: usize = 20;
const CHARS_MAX: usize = 60;

/// The number as the school writes it, if someone could answer it: `(950) 555 0100 (work)` stays, `n/a`, `0000000` and
/// an empty field do not.
pub(in crate::imports) fn usable(text: Option<&str>) -> Option<String> {
    let text = text?.split_whitespace().collect::<Vec<_>>().join(" ");
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    let is_number = (DIGITS_MIN..=DIGITS_MAX).contains(&digits.len());
    let is_filler = digits.iter().all(|digit| *digit == digits[0]);
    let is_short = text.chars().nth(CHARS_MAX).is_none();
    let is_plain = !text.chars().any(char::is_control);
    (is_number && !is_filler && is_short && is_plain).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::usable;

    #[test]
    fn a_number_stays_as_the_school_writes_it_and_fillers_are_dropped() {
        for number in ["(950) 555 0100", "+1 950-555-0100 x12", "950.555.0100 (work)"] {
            assert_eq!(usable(Some(number)).as_deref(), Some(number));
        }
        assert_eq!(usable(Some(" (950)\u{a0}555  0100 ")).as_deref(), Some("(950) 555 0100"));
        for filler in
            ["", "n/a", "none", "000-000-0000", "(999) 999 9999", "911", "555", "1234567890123456789012"]
        {
            assert_eq!(usable(Some(filler)), None, "{filler}");
        }
    }
}
