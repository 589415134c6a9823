//! Dates and times of day in the catalogue's words and order.

use chrono::Datelike;
use daymark_domain::SchoolDay;

use super::Words;
use crate::say;

impl Words {
    /// "Tuesday 14 October".
    pub fn day_long(self, day: SchoolDay) -> String {
        say!(self, "day-long", weekday: self.weekday(day), day: day.0.day(), month: self.month_name(day))
    }

    /// "Tue 14 Oct".
    pub fn day_short(self, day: SchoolDay) -> String {
        let month = self.say(&format!("month-{}-short", day.0.month()));
        say!(self, "day-short", weekday: self.weekday_short(day), day: day.0.day(), month: month)
    }

    /// "14 October".
    pub fn day_plain(self, day: SchoolDay) -> String {
        say!(self, "day-plain", day: day.0.day(), month: self.month_name(day))
    }

    /// "14 October 2026", on what is printed and kept.
    pub fn day_and_year(self, day: SchoolDay) -> String {
        say!(self, "day-and-year", day: self.day_plain(day), year: day.0.year().to_string())
    }

    /// "October 2026".
    pub fn month_of_year(self, day: SchoolDay) -> String {
        // As text: a year takes no thousands separator in any language.
        say!(self, "month-of-year", month: self.month_name(day), year: day.0.year().to_string())
    }

    /// "October".
    pub fn month_name(self, day: SchoolDay) -> String {
        self.say(&format!("month-{}", day.0.month()))
    }

    /// "Tuesday".
    pub fn weekday(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}", day.weekday().number_from_monday()))
    }

    /// "Tue".
    pub fn weekday_short(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}-short", day.weekday().number_from_monday()))
    }

    /// "T", the head of a column.
    pub fn weekday_letter(self, day: SchoolDay) -> String {
        self.say(&format!("weekday-{}-letter", day.weekday().number_from_monday()))
    }

    /// "7:05", from minutes since midnight.
    ///
    /// By 24 hours in every language: one notation on every screen and sheet, and no "a. m." that would have to fit
    /// beside a name on 320 pixels.
    pub fn time_of_minute(self, minute: u16) -> String {
        say!(self, "time-of-day", hour: minute / 60, minute: format!("{:02}", minute % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> SchoolDay {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_said_in_each_languages_words_and_order() {
        let (english, spanish) = (Words::english(), Words::spanish());
        let tuesday = day("2025-10-14");
        assert_eq!(english.day_long(tuesday), "Tuesday 14 October");
        assert_eq!(spanish.day_long(tuesday), "martes 14 de octubre");
        assert_eq!(english.day_short(tuesday), "Tue 14 Oct");
        assert_eq!(spanish.day_short(tuesday), "mar 14 oct");
        assert_eq!(english.day_plain(tuesday), "14 October");
        assert_eq!(spanish.day_plain(tuesday), "14 de octubre");
        assert_eq!(english.month_of_year(tuesday), "October 2025");
        assert_eq!(spanish.month_of_year(tuesday), "octubre 2025");
    }

    #[test]
    fn a_week_begins_on_monday_in_every_language() {
        let letters = |words: Words| -> String {
            day("2025-10-13").week().days().map(|day| words.weekday_letter(day)).collect()
        };
        assert_eq!(letters(Words::english()), "MTWTFSS");
        assert_eq!(letters(Words::spanish()), "LMMJVSD");
    }

    #[test]
    fn the_time_of_day_is_written_alike_everywhere() {
        for words in [Words::english(), Words::spanish()] {
            assert_eq!(words.time_of_minute(7 * 60 + 5), "7:05");
            assert_eq!(words.time_of_minute(14 * 60 + 3), "14:03");
        }
    }
}
