//! How a mentor has felt, month by month: a line where people would rather look, and the table that says the same.
//! It stands on pages that the coordinator reads and prints for the mentor, and nowhere else.

use daymark_components::{Words, say};
use daymark_domain::{PulseMonth, PulseOf, Ratio, pulse_by_month};
use dioxus::prelude::*;

use super::support::question;
use crate::store::support::Pulse;

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 48.0;

/// The mentor's own answers; what students answered is theirs.
pub fn trend(words: Words, pulses: &[Pulse]) -> Element {
    let own = pulses.iter().filter(|pulse| pulse.facts.match_id.is_none());
    let months = pulse_by_month(own.map(|pulse| (pulse.facts.day, pulse.facts.scores)));
    if months.len() < 2 {
        return rsx! {};
    }
    rsx! {
        figure { class: "pulse-trend", "data-testid": "pulse-trend",
            figcaption { {say!(words, "keep-pulse-trend")} }
            {line(words, &months)}
            {table(words, &months)}
        }
    }
}

fn line(words: Words, months: &[PulseMonth]) -> Element {
    let step = (WIDTH - 12.0) / (months.len().max(2) - 1) as f64;
    // From 1 at the foot to 5 at the top, whatever was answered: a small change stays small.
    let place = |n: usize, mean: &Ratio| {
        let mean: f64 = mean.decimal(2).parse().unwrap_or(1.0);
        (6.0 + step * n as f64, HEIGHT - 6.0 - (mean - 1.0) / 4.0 * (HEIGHT - 12.0))
    };
    let corners: Vec<(f64, f64)> =
        months.iter().enumerate().map(|(n, month)| place(n, &month.mean)).collect();
    let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let says = match (months.first(), months.last()) {
        (Some(first), Some(last)) => say!(words, "keep-pulse-trend-says",
            first: first.mean.decimal(1), from: words.month_of_year(first.month),
            last: last.mean.decimal(1), to: words.month_of_year(last.month)),
        _ => String::new(),
    };
    rsx! {
        svg { view_box: "0 0 {WIDTH} {HEIGHT}", role: "img", "aria-label": says,
            polyline { class: "line", points: points.join(" ") }
            for (x, y) in corners { circle { class: "dot", cx: "{x:.1}", cy: "{y:.1}", r: "3" } }
        }
    }
}

fn table(words: Words, months: &[PulseMonth]) -> Element {
    rsx! {
        div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "keep-pulse-trend"),
            table { class: "small",
                thead { tr {
                    th { scope: "col", {say!(words, "keep-pulse-month")} }
                    for n in 0..3 { th { scope: "col", {question(words, PulseOf::Mentor, n)} } }
                    th { scope: "col", {say!(words, "keep-pulse-mean")} }
                    th { scope: "col", {say!(words, "keep-pulse-times")} }
                } }
                tbody {
                    for month in months {
                        tr {
                            th { scope: "row", {words.month_of_year(month.month)} }
                            for mean in &month.means { td { class: "num", {mean.decimal(1)} } }
                            td { class: "num", {month.mean.decimal(1)} }
                            td { class: "num", "{month.times}" }
                        }
                    }
                }
            }
        }
    }
}
