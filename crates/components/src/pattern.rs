//! On which days of the week, and in which weeks, school was missed: in words, and as a table that draws its figures.

use daymark_domain::{AbsenceFigure, Days, Ratio, SchoolDay, WeekdayPattern};
use dioxus::prelude::*;

use crate::{Meter, Words, days_of, say};

/// One line of the table: a day of the week, or a week.
#[derive(Clone, Debug, PartialEq)]
pub struct AbsenceLine {
    /// What it is called.
    pub name: String,
    /// Missed of held.
    pub figure: AbsenceFigure,
}

/// Missed of held, line by line, each figure with its bar.
#[component]
pub fn AbsenceTable(words: Words, caption: String, lines: Vec<AbsenceLine>) -> Element {
    rsx! {
        table { class: "pattern",
            caption { "{caption}" }
            tbody {
                for line in lines {
                    tr { key: "{line.name}",
                        th { scope: "row", "{line.name}" }
                        td {
                            span { class: "num", "{missed_of(words, line.figure)}" }
                            Meter { part: line.figure.missed_halves(), whole: line.figure.enrolled_halves(), tone: "missed" }
                        }
                    }
                }
            }
        }
    }
}

/// The days of the week on which school was held, as lines.
pub fn weekday_lines(words: Words, pattern: &WeekdayPattern) -> Vec<AbsenceLine> {
    let line = |day: SchoolDay| AbsenceLine { name: words.weekday(day), figure: pattern.on(day.weekday()) };
    any_week().map(line).filter(|line| !line.figure.enrolled.is_zero()).collect()
}

/// The days of the week that stand out, in a sentence: at least two days missed, more often than on the week's average,
/// and two of them at the most.
pub fn weekday_sentence(words: Words, pattern: &WeekdayPattern) -> String {
    let all = share(pattern.all());
    let stands_out = |line: &AbsenceLine| line.figure.missed >= Days::whole(2) && share(line.figure) > all;
    let lines: Vec<AbsenceLine> = weekday_lines(words, pattern).into_iter().filter(stands_out).collect();
    let most = lines.iter().filter_map(|line| share(line.figure)).max();
    let names: Vec<String> = lines
        .into_iter()
        .filter(|line| share(line.figure) == most)
        .map(|line| say!(words, "pattern-day", day: line.name, figure: missed_of(words, line.figure)))
        .collect();
    match names.len() {
        1 | 2 => say!(words, "pattern-most", days: names.join(", ")),
        _ => say!(words, "pattern-even"),
    }
}

/// "3 of 6 days".
pub fn missed_of(words: Words, figure: AbsenceFigure) -> String {
    let (missed, held) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    say!(words, "pattern-figure", missed: missed, held: held)
}

fn share(figure: AbsenceFigure) -> Option<Ratio> {
    Ratio::new(figure.missed.get(), figure.enrolled.get())
}

/// Any week has each weekday once.
fn any_week() -> impl Iterator<Item = SchoolDay> {
    SchoolDay::from_number(0).into_iter().flat_map(|day| day.week().days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::html_of;

    /// Missed from Monday to Friday, of six days each.
    fn pattern(missed: [u32; 5]) -> WeekdayPattern {
        let mut weekdays = [AbsenceFigure::default(); 7];
        for (weekday, missed) in weekdays.iter_mut().zip(missed) {
            *weekday = AbsenceFigure::from_days(missed, 6);
        }
        WeekdayPattern { weekdays }
    }

    #[test]
    fn a_weekday_is_named_when_it_stands_out_and_only_then() {
        for (missed, said) in [
            ([3, 0, 0, 1, 0], "Missed most often: Monday (3 of 6 days)"),
            ([2, 0, 0, 0, 2], "Missed most often: Monday (2 of 6 days), Friday (2 of 6 days)"),
            ([1, 0, 0, 0, 0], "No day of the week stands out."),
            ([2, 2, 2, 2, 2], "No day of the week stands out."),
            ([2, 2, 2, 0, 0], "No day of the week stands out."),
            ([0, 0, 0, 0, 0], "No day of the week stands out."),
        ] {
            assert_eq!(weekday_sentence(Words::english(), &pattern(missed)), said, "{missed:?}");
        }
    }

    #[test]
    fn the_table_has_a_line_for_each_day_on_which_school_was_held() {
        let words = Words::english();
        let lines = weekday_lines(words, &pattern([3, 0, 0, 1, 0]));
        let html = html_of(rsx! { AbsenceTable { words, caption: "By day", lines } });
        assert_eq!(html.matches("<th").count(), 5, "{html}");
        assert!(html.contains("Monday") && html.contains("3 of 6") && !html.contains("Saturday"), "{html}");
    }
}
