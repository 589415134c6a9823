//! How much of school was missed: the figure and its working are one thing.

use daymark_domain::{AbsenceFigure, Rules, SchoolDay, Tier};
use dioxus::prelude::*;

use crate::{Words, say};

/// Days from half days: `4`, `4½`, `½`.
pub fn days_of(halves: u32) -> String {
    match (halves / 2, halves % 2) {
        (whole, 0) => whole.to_string(),
        (0, _) => "½".to_owned(),
        (whole, _) => format!("{whole}½"),
    }
}

/// The rate with its tier in words, on the tier's colour.
#[component]
pub fn TierBadge(words: Words, figure: AbsenceFigure) -> Element {
    let provisional = figure.is_provisional(&Rules::default());
    let colour = match figure.tier() {
        _ if provisional => "sky",
        Tier::NotApplicable | Tier::NotEnoughData => "sky",
        Tier::Satisfactory => "leaf",
        Tier::AtRisk => "sun",
        Tier::Moderate | Tier::Severe => "",
    };
    let text = match figure.tier() {
        Tier::NotApplicable => words.tier(Tier::NotApplicable),
        _ if provisional => say!(words, "tier-provisional"),
        tier => say!(words, "absence-badge", rate: words.rate(figure.per_mille()), tier: words.tier(tier)),
    };
    rsx! { span { class: "badge num {colour}", "{text}" } }
}

/// "4 of 31 days missed", the tier, and what follows from it.
#[component]
pub fn AbsenceCard(words: Words, figure: AbsenceFigure, record_complete_to: Option<SchoolDay>) -> Element {
    let record = match record_complete_to {
        Some(day) => say!(words, "absence-record-to", day: words.day_short(day)),
        None => say!(words, "absence-record-none"),
    };
    rsx! {
        section { class: "card absence",
            div { class: "figure",
                p { class: "num", "{missed_of_enrolled(words, figure)}" }
                TierBadge { words, figure }
            }
            if let Some(working) = working(words, figure) {
                p { class: "working num", "{working}" }
            }
            p { class: "working num", "{record}" }
        }
    }
}

fn missed_of_enrolled(words: Words, figure: AbsenceFigure) -> String {
    if figure.enrolled.is_zero() {
        return say!(words, "absence-none-yet");
    }
    let (missed, enrolled) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    say!(words, "absence-days", missed: missed, enrolled: enrolled, n: figure.enrolled.days_begun())
}

fn working(words: Words, figure: AbsenceFigure) -> Option<String> {
    let rules = Rules::default();
    let (missed, enrolled) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    match figure.tier() {
        Tier::NotApplicable | Tier::NotEnoughData => None,
        _ if figure.is_provisional(&rules) => {
            let least = rules.minimum_enrolled_days;
            Some(say!(words, "absence-working-provisional", days: enrolled, least: least))
        }
        Tier::Moderate | Tier::Severe => {
            let days = figure.present_days_to_leave_chronic();
            Some(say!(words, "absence-working-chronic", days: days))
        }
        Tier::Satisfactory | Tier::AtRisk => {
            let rate = words.rate(figure.per_mille());
            Some(say!(words, "absence-working-below", missed: missed, enrolled: enrolled, rate: rate))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::text_of;

    fn card(figure: AbsenceFigure) -> String {
        text_of(
            rsx! { AbsenceCard { words: Words::english(), figure, record_complete_to: "2025-10-13".parse().ok() } },
        )
    }

    #[test]
    fn a_card_shows_the_figure_with_its_working() {
        let text = card(AbsenceFigure::from_days(4, 31));
        assert_eq!(
            text,
            "4 of 31 days missed 12.9 % · chronic 10 school days in a row bring it below 10 %. School record complete to Mon 13 Oct."
        );
    }

    #[test]
    fn a_figure_of_few_days_gets_no_tier() {
        let text = card(AbsenceFigure::from_halves(3, 12));
        assert!(text.contains("1½ of 6 days missed too early to say"), "{text}");
        assert!(text.contains("From 6 school days only; a rate counts from 10 days on."), "{text}");
    }

    #[test]
    fn a_student_without_a_school_day_has_no_rate() {
        let text = card(AbsenceFigure::default());
        assert!(text.starts_with("No school day recorded yet no school day yet"), "{text}");
    }
}
