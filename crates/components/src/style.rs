//! The look, as text: phone, window and server each serve it in their own way.

/// Colours and sizes, and what every page shares. Comes first.
pub const TOKENS_CSS: &str = include_str!("../style/tokens.css");
/// The mentor's app.
pub const PHONE_CSS: &str = concat!(
    include_str!("../style/phone.css"),
    include_str!("../style/phone-today.css"),
    include_str!("../style/phone-student.css"),
    include_str!("../style/phone-progress.css"),
    include_str!("../style/phone-record.css"),
    include_str!("../style/phone-shell.css"),
    include_str!("../style/phone-lock.css"),
);
/// The school team's pages.
pub const TEAM_CSS: &str = concat!(
    include_str!("../style/team.css"),
    include_str!("../style/team-imports.css"),
    include_str!("../style/team-meeting.css"),
    include_str!("../style/team-planning.css"),
    include_str!("../style/team-referrals.css"),
    include_str!("../style/team-mentors.css"),
    include_str!("../style/team-matching.css"),
    include_str!("../style/team-district.css"),
    include_str!("../style/team-home.css"),
    include_str!("../style/team-keeping.css"),
    include_str!("../style/team-account.css"),
);

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    /// Text colour on ground, as the sheets pair them.
    const PAIRS: &[(&str, &str)] = &[
        ("ink", "paper"),
        ("ink", "card"),
        ("ink", "sea-soft"),
        ("ink", "rose-soft"),
        ("ink", "sky-soft"),
        ("ink", "leaf-soft"),
        ("ink-2", "paper"),
        ("ink-2", "card"),
        ("sea", "paper"),
        ("sea", "card"),
        ("sea", "sea-soft"),
        ("on-sea", "sea"),
        ("on-sun", "sun"),
        ("sun-ink", "sun-soft"),
        ("rose", "card"),
        ("rose", "rose-soft"),
        ("leaf", "leaf-soft"),
        ("sky", "sky-soft"),
        ("on-toast", "toast"),
        ("toast-do", "toast"),
    ];

    #[test]
    fn text_stands_out_seven_to_one_by_day_and_by_night() {
        let (day, night) = TOKENS_CSS.split_once("prefers-color-scheme: dark").unwrap();
        for (theme, colours) in [("day", colours(day)), ("night", colours(night))] {
            for (text, ground) in PAIRS {
                let contrast = contrast(colours[text], colours[ground]);
                assert!(contrast >= 7.0, "{text} on {ground} by {theme}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_edge_of_what_can_be_tapped_stands_out_three_to_one() {
        let (day, night) = TOKENS_CSS.split_once("prefers-color-scheme: dark").unwrap();
        for colours in [colours(day), colours(night)] {
            assert!(contrast(colours["edge"], colours["card"]) >= 3.0);
            assert!(contrast(colours["ray"], colours["sun-soft"]) >= 3.0);
        }
    }

    #[test]
    fn no_sheet_says_left_or_right_so_that_any_language_can_be_read_its_own_way() {
        let sheets = [TOKENS_CSS, PHONE_CSS, TEAM_CSS].concat();
        let comments = sheets.split("*/").map(|part| part.split("/*").next().unwrap_or(part));
        let rules: String = comments.collect();
        let settings = rules.split(['{', ';', '}']).filter_map(|setting| setting.trim().split_once(':'));
        for (name, value) in settings {
            // Where a screen's corners are cut off is the same whatever is read on it.
            let value = value.replace("safe-area-inset-left", "").replace("safe-area-inset-right", "");
            let sides = |text: &str| {
                text.split(|c: char| !c.is_alphabetic()).any(|word| word == "left" || word == "right")
            };
            assert!(!sides(name) && !sides(&value), "{name}:{value}: say start and end");
            let four: Vec<&str> = value.split_whitespace().collect();
            let shorthand = matches!(name.trim(), "padding" | "margin" | "inset") && four.len() == 4;
            assert!(
                !shorthand || value.contains("env(") || four[1] == four[3],
                "{name}:{value}: say inline start and end"
            );
        }
    }

    fn colours(css: &str) -> HashMap<&str, [f64; 3]> {
        let settings = css.split("--").skip(1).filter_map(|setting| setting.split_once(": #"));
        settings
            .map(|(name, hex)| {
                let channel =
                    |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
                (name, [channel(0), channel(2), channel(4)])
            })
            .collect()
    }

    /// WCAG 2.2's contrast ratio.
    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        let light = |[r, g, b]: [f64; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
