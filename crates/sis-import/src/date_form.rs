//! How a school writes a date: `yyyy-mm-dd`, or what its map says.

use daymark_domain::SchoolDay;

use crate::row::parse_date;

/// A way to write a date, such as `mm/dd/yyyy`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateForm {
    pattern: String,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Year(usize),
    Month(usize),
    Day(usize),
    Between(char),
}

impl Default for DateForm {
    fn default() -> Self {
        Self { pattern: "yyyy-mm-dd".to_owned(), parts: Vec::new() }
    }
}

impl DateForm {
    /// What a pattern may be, for sentences.
    pub const EXPECTED: &str =
        "a pattern of yyyy (or yy), mm and dd, such as yyyy-mm-dd, mm/dd/yyyy or yyyymmdd";

    /// The form with that pattern; `None` unless year, month and day each stand in it once.
    pub fn of(pattern: &str) -> Option<Self> {
        let pattern = pattern.trim().to_ascii_lowercase();
        if pattern == "yyyy-mm-dd" {
            return Some(Self::default());
        }
        let mut parts = Vec::new();
        let mut rest = pattern.as_str();
        while let Some(first) = rest.chars().next() {
            let length = rest.chars().take_while(|c| *c == first).count();
            let part = match (first, length) {
                ('y', 2 | 4) => Part::Year(length),
                ('m', 1 | 2) => Part::Month(length),
                ('d', 1 | 2) => Part::Day(length),
                ('/' | '.' | '-' | ' ', 1) => Part::Between(first),
                _ => return None,
            };
            parts.push(part);
            rest = &rest[length..];
        }
        let count = |kind: fn(&Part) -> bool| parts.iter().filter(|part| kind(part)).count();
        let is_whole = count(|part| matches!(part, Part::Year(_))) == 1
            && count(|part| matches!(part, Part::Month(_))) == 1
            && count(|part| matches!(part, Part::Day(_))) == 1;
        is_whole.then_some(Self { pattern, parts })
    }

    /// The pattern as the map has it.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The date, or what was expected in its place.
    pub fn read(&self, text: &str) -> Result<SchoolDay, String> {
        if self.parts.is_empty() {
            return parse_date(text).map_err(str::to_owned);
        }
        self.ymd(text)
            .and_then(|iso| parse_date(&iso).ok())
            .ok_or_else(|| format!("a date written as {} that exists, from 1900 to 2199", self.pattern))
    }

    /// The same date as `2021-08-23`, not yet known to exist.
    fn ymd(&self, text: &str) -> Option<String> {
        let (mut year, mut month, mut day) = (0, 0, 0);
        let mut rest = text;
        for (place, part) in self.parts.iter().enumerate() {
            // Digits that stand by themselves may lack their leading zero, which a spreadsheet takes away.
            let is_free = matches!(self.parts.get(place + 1), None | Some(Part::Between(_)))
                && (place == 0 || matches!(self.parts[place - 1], Part::Between(_)));
            match *part {
                Part::Between(between) => rest = rest.strip_prefix(between)?,
                Part::Year(width) => year = number(&mut rest, width, width)?,
                Part::Month(_) => month = number(&mut rest, if is_free { 1 } else { 2 }, 2)?,
                Part::Day(_) => day = number(&mut rest, if is_free { 1 } else { 2 }, 2)?,
            }
        }
        // No pupil of today was at school before 2000.
        let century = if self.parts.contains(&Part::Year(2)) { 2_000 } else { 0 };
        rest.is_empty().then(|| format!("{:04}-{month:02}-{day:02}", year + century))
    }
}

fn number(rest: &mut &str, least: usize, most: usize) -> Option<u32> {
    let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, behind) = rest.split_at_checked(digits).filter(|_| digits >= least)?;
    *rest = behind;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_the_schools_own_form_and_in_no_other() {
        let cases = [
            ("yyyy-mm-dd", "2021-08-23", true),
            ("yyyy-mm-dd", "8/23/2021", false),
            ("mm/dd/yyyy", "08/23/2021", true),
            ("mm/dd/yyyy", "8/23/2021", true),
            ("mm/dd/yyyy", "23/8/2021", false),
            ("mm/dd/yyyy", "8/23/2021 0:00", false),
            ("mm/dd/yyyy", "8/23/21", false),
            ("m/d/yy", "8/23/21", true),
            ("dd.mm.yyyy", "23.8.2021", true),
            ("yyyymmdd", "20210823", true),
            ("yyyymmdd", "2021823", false),
            ("mm/dd/yyyy", "٨/23/2021", false),
            ("mm/dd/yyyy", "", false),
        ];
        for (pattern, text, is_read) in cases {
            let day = DateForm::of(pattern).unwrap().read(text);
            assert_eq!(day.is_ok(), is_read, "{text} as {pattern}");
            assert!(day.is_err() || day == Ok("2021-08-23".parse().unwrap()), "{text} as {pattern}");
        }
    }

    #[test]
    fn a_pattern_that_leaves_out_a_part_of_the_date_is_none() {
        for wrong in ["", "mm/dd", "mm/mm/yyyy", "yyyy-mm-dd-dd", "yyy-mm-dd", "mmm dd yyyy", "%Y-%m-%d"] {
            assert_eq!(DateForm::of(wrong), None, "{wrong}");
        }
    }
}
