//! Workings and settings in the words of the page: reports and kept files have them as a program wrote them.

use daymark_components::{Words, say};
use daymark_domain::WorkingLine;

/// Each of the workings of a cell; a text that is none is shown as it stands.
pub fn workings(words: Words, cell: &str) -> String {
    each(cell, " | ", |line| working(words, line))
}

/// What was counted against which limit, of each concern of a cell.
pub fn concerns(words: Words, cell: &str) -> String {
    each(cell, " | ", |concern| each(concern, " and ", |seen| criterion(words, seen)))
}

/// The name of a setting.
pub fn setting_name(words: Words, key: &str) -> String {
    say!(words, "setting-name", key: key)
}

/// The value of a setting: a number as it stands, a word in the page's own.
pub fn setting_value(words: Words, value: &str) -> String {
    say!(words, "setting-value", word: value)
}

fn each(text: &str, between: &str, said: impl Fn(&str) -> String) -> String {
    let parts: Vec<String> = text.split(between).map(said).collect();
    parts.join(if between == " and " { " · " } else { between })
}

fn working(words: Words, text: &str) -> String {
    let Some(line) = WorkingLine::read(text) else { return text.to_owned() };
    let mut parts = vec![counted(words, &line)];
    parts.extend(line.unmarked.map(|n| say!(words, "working-unmarked", n: n)));
    parts.extend(line.settings.iter().map(|(key, value)| {
        say!(words, "working-setting", name: setting_name(words, key), value: setting_value(words, value))
    }));
    parts.push(match line.through {
        Some(day) => say!(words, "working-through", day: words.day_and_year(day)),
        None => say!(words, "working-nothing-recorded"),
    });
    parts.join("; ")
}

fn counted(words: Words, line: &WorkingLine) -> String {
    let rule = say!(words, "working-rule", word: line.rule.as_str(), plain: line.rule.replace('_', " "));
    let unit = say!(words, "working-unit", word: line.unit.replace(' ', "_"), plain: line.unit.as_str());
    let n = line.numerator.as_str();
    match &line.denominator {
        Some(of) => say!(words, "working-count", rule: rule, n: n, of: of.as_str(), unit: unit),
        None => say!(words, "working-count-alone", rule: rule, n: n, unit: unit),
    }
}

/// `2 (check_fs: from 1)`, as [`daymark_domain::Criterion`] writes it.
fn criterion(words: Words, text: &str) -> String {
    let read = || {
        let (seen, rest) = text.split_once(" (")?;
        let (setting, limit) = rest.strip_suffix(')')?.split_once(": ")?;
        let sides = [("from", "from "), ("below", "below "), ("up_to", "up to ")];
        let (side, limit) =
            sides.iter().find_map(|(side, start)| Some((*side, limit.strip_prefix(start)?)))?;
        let setting = setting_name(words, setting);
        Some(say!(words, "working-criterion", setting: setting, seen: seen, side: side, limit: limit))
    };
    read().unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use daymark_domain::Rules;

    use super::*;

    const LINE: &str = "absence_rate: 17.5 of 180 days, 2 more unmarked; chronic_from_percent 10; half_day_rule fractional; recorded through 2026-02-05";

    #[test]
    fn a_working_is_said_in_the_language_of_the_page() {
        assert_eq!(
            workings(Words::english(), LINE),
            "Missed: 17.5 of 180 days; 2 more without a mark; Chronic from, %: 10; A day missed in part: the part that was missed; recorded through 5 February 2026"
        );
        let spanish =
            workings(Words::spanish(), &format!("{LINE} | two_in_ten: 2 of 4 days; nothing recorded yet"));
        assert!(
            spanish.starts_with("Faltas: 17.5 de 180 días; 2 más sin registro; Crónica desde, %: 10"),
            "{spanish}"
        );
        assert!(
            spanish.ends_with("| Primera señal: 2 de 4 días; todavía no hay nada registrado"),
            "{spanish}"
        );
        assert_eq!(workings(Words::spanish(), "no working"), "no working");
    }

    #[test]
    fn a_concern_is_said_with_its_limit() {
        let cell = "2 (check_fs: from 1) and 75.0 % (check_credits_below_percent: below 80.0 %)";
        assert_eq!(
            concerns(Words::spanish(), cell),
            "Notas F: 2 (cuenta desde 1) · Créditos por debajo de, %: 75.0 % (cuenta por debajo de 80.0 %)"
        );
    }

    #[test]
    fn every_setting_of_a_report_has_a_name_and_every_word_of_it_too() {
        for words in [Words::english(), Words::spanish()] {
            for setting in Rules::catalogue() {
                let Some(value) =
                    Rules::default().of_figures().into_iter().find(|(key, _)| *key == setting.key)
                else {
                    continue;
                };
                assert_ne!(setting_name(words, setting.key), setting.key);
                let words_of_it = setting.allowed.split(", ").filter(|word| {
                    word.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                        && word.contains(|c: char| c != '_')
                });
                for word in words_of_it {
                    assert!(!setting_value(words, word).contains('_'), "{} {word}", value.0);
                }
            }
        }
    }
}
