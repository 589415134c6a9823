//! How much of school was missed: the figure and its working are one thing.

use daymark_domain::{AbsenceFigure, Comparator, Projection, Rules, SchoolDay, Tier, TierLimits};
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
pub fn TierBadge(words: Words, figure: AbsenceFigure, #[props(default)] limits: TierLimits) -> Element {
    let rules = limits.rules();
    let (tier, provisional) = (figure.tier_under(&rules), figure.is_provisional(&rules));
    let colour = match tier {
        _ if provisional => "sky",
        Tier::NotApplicable | Tier::NotEnoughData => "sky",
        Tier::Satisfactory => "leaf",
        Tier::AtRisk => "sun",
        Tier::Moderate | Tier::Severe => "",
    };
    let text = match tier {
        Tier::NotApplicable => words.tier(Tier::NotApplicable),
        _ if provisional => say!(words, "tier-provisional"),
        tier => {
            say!(words, "absence-badge", rate: words.rate(figure.per_mille_under(&rules)), tier: words.tier(tier))
        }
    };
    rsx! { span { class: "badge num {colour}", "{text}" } }
}

/// "4 of 31 days missed", the tier, what follows from it, and how the year may still end.
#[component]
pub fn AbsenceCard(
    words: Words,
    figure: AbsenceFigure,
    record_complete_to: Option<SchoolDay>,
    #[props(default)] projection: Option<Projection>,
    #[props(default)] limits: TierLimits,
) -> Element {
    let rules = limits.rules();
    let record = match record_complete_to {
        Some(day) => say!(words, "absence-record-to", day: words.day_short(day)),
        None => say!(words, "absence-record-none"),
    };
    rsx! {
        section { class: "card absence",
            div { class: "figure",
                p { class: "num", "{missed_of_enrolled(words, figure)}" }
                TierBadge { words, figure, limits }
            }
            if let Some(working) = working(words, figure, &rules).filter(|_| !is_lost(projection)) {
                p { class: "working num", "{working}" }
            }
            if let Some(projection) = projection {
                p { class: "pace num", "{pace(words, &projection, &rules)}" }
            }
            p { class: "working num", "{record}" }
        }
    }
}

/// No number of days in a row brings this year below chronic any more.
fn is_lost(projection: Option<Projection>) -> bool {
    projection.is_some_and(|projection| projection.absences_left.is_none())
}

/// How many absences the year can still bear.
fn pace(words: Words, projection: &Projection, rules: &Rules) -> String {
    let year = days_of(projection.year.to_halves());
    let (limit, rule) = (rules.chronic_from_percent, rule_word(rules));
    match projection.absences_left {
        None => say!(words, "absence-pace-lost", limit: limit, rule: rule),
        Some(0) => say!(words, "absence-pace-last", year: year, limit: limit, rule: rule),
        Some(left) => say!(words, "absence-pace", n: left, year: year, limit: limit, rule: rule),
    }
}

/// Whether the limit itself is chronic, as the catalogue's sentences choose by it.
fn rule_word(rules: &Rules) -> &'static str {
    match rules.chronic_comparator {
        Comparator::AtLeast => "at_least",
        Comparator::MoreThan => "more_than",
    }
}

fn missed_of_enrolled(words: Words, figure: AbsenceFigure) -> String {
    if figure.enrolled.is_zero() {
        return say!(words, "absence-none-yet");
    }
    let (missed, enrolled) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    say!(words, "absence-days", missed: missed, enrolled: enrolled, n: figure.enrolled.days_begun())
}

fn working(words: Words, figure: AbsenceFigure, rules: &Rules) -> Option<String> {
    let (missed, enrolled) = (days_of(figure.missed_halves()), days_of(figure.enrolled_halves()));
    let (limit, rule) = (rules.chronic_from_percent, rule_word(rules));
    match figure.tier_under(rules) {
        Tier::NotApplicable | Tier::NotEnoughData => None,
        _ if figure.is_provisional(rules) => {
            let least = rules.minimum_enrolled_days;
            Some(say!(words, "absence-working-provisional", days: enrolled, least: least))
        }
        Tier::Moderate | Tier::Severe => {
            let days = figure.present_days_to_leave_chronic_under(rules);
            Some(say!(words, "absence-working-chronic", days: days, limit: limit, rule: rule))
        }
        Tier::Satisfactory | Tier::AtRisk => {
            let rate = words.rate(figure.per_mille_under(rules));
            Some(
                say!(words, "absence-working-below", missed: missed, enrolled: enrolled, rate: rate, limit: limit, rule: rule),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use daymark_domain::Days;

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
    fn the_pace_to_ten_percent_is_said_in_days() {
        let words = Words::english();
        let pace = |missed, enrolled, to_come| {
            let figure = AbsenceFigure::from_days(missed, enrolled);
            let projection = Projection::new(figure, Days::whole(to_come), &Rules::default());
            text_of(
                rsx! { AbsenceCard { words, figure, record_complete_to: None, projection: Some(projection) } },
            )
        };
        let still = pace(4, 31, 149);
        assert!(
            still.contains("This year of 180 school days can bear 13 more absences and stay below 10 %."),
            "{still}"
        );
        let last = pace(17, 100, 80);
        assert!(
            last.contains("One more day missed, and this year of 180 school days ends at 10 % or more."),
            "{last}"
        );
        let lost = pace(18, 100, 80);
        assert!(
            lost.contains("This year ends at 10 % or more.") && !lost.contains("bring it below"),
            "{lost}"
        );
    }

    #[test]
    fn a_district_whose_rule_differs_reads_its_own_limit() {
        let words = Words::english();
        let rules =
            Rules { chronic_comparator: Comparator::MoreThan, chronic_from_percent: 15, ..Rules::default() };
        let limits = TierLimits::from(&rules);
        let said = |missed| {
            let figure = AbsenceFigure::from_days(missed, 100);
            text_of(rsx! { AbsenceCard { words, figure, record_complete_to: None, limits } })
        };
        assert!(
            said(15).contains("15.0 % · at risk 15 % or less: 15 ÷ 100 = 15.0 %. Chronic begins above 15 %."),
            "{}",
            said(15)
        );
        assert!(said(16).contains("7 school days in a row bring it to 15 % or less."), "{}", said(16));
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
