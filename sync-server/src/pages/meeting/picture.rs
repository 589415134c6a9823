//! The school as a whole: four figures, its year week by week, its grades, and the days that stand out.

use daymark_components::{Words, say};
use daymark_domain::AgendaItem;
use daymark_reports::{Packet, Picture, TierRow, TrendPoint};
use dioxus::prelude::*;

use super::super::week::days;
use super::{MeetingPage, percent};

/// As the reports name them, Monday first.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The drawing's own units.
const WIDTH: usize = 640;
const HEIGHT: usize = 180;

pub(super) fn section(words: Words, page: &MeetingPage<'_>) -> Element {
    let packet = &page.table.packet;
    rsx! {
        section { class: "section", id: AgendaItem::SchoolPicture.word(),
            h2 { {say!(words, "meet-agenda-item", word: AgendaItem::SchoolPicture.word())} }
            {tiles(words, packet)}
            div { class: "meeting-grid",
                {trend(words, &packet.trend)}
                {grades(words, &packet.grades)}
                {weekdays(words, packet)}
                {dips(words, packet)}
            }
        }
    }
}

fn tiles(words: Words, packet: &Packet) -> Element {
    let picture = &packet.picture;
    let now = &picture.now;
    let rate = |picture: &Picture| percent(words, picture.tiers.chronic_percent);
    let mut before = vec![say!(words, "week-was-chronic", rate: rate(&picture.four_weeks_ago))];
    if let Some(last_year) = &picture.last_year {
        before.push(say!(words, "meet-was-last-year", rate: rate(last_year)));
    }
    let (chronic, enrolled) = (now.tiers.chronic.unwrap_or(0), now.tiers.enrolled.unwrap_or(0));
    let caution = picture.ada_caution.map_or("", |caution| caution.word());
    let (came, went) = (picture.newly_chronic.len(), picture.no_longer_chronic.len());
    rsx! {
        div { class: "tiles",
            {tile(rate(now), &before.join(" · "), say!(words, "week-tile-chronic", n: chronic, of: enrolled))}
            {tile(
                percent(words, now.ada_percent),
                &say!(words, "meet-was", rate: percent(words, picture.four_weeks_ago.ada_percent)),
                say!(words, "meet-ada", word: caution),
            )}
            {tile(format!("+{came} −{went}"), "", say!(words, "meet-came-and-went", came: came, went: went))}
            {tile(
                packet.matches_needing_help.len().to_string(),
                "",
                say!(words, "meet-tile-help", n: packet.matches_needing_help.len()),
            )}
        }
    }
}

fn tile(figure: String, was: &str, meaning: String) -> Element {
    rsx! {
        div { class: "tile",
            if !was.is_empty() { span { class: "was", "{was}" } }
            b { class: "num", "{figure}" }
            small { "{meaning}" }
        }
    }
}

/// A line where people would rather look, with its table behind.
fn trend(words: Words, points: &[TrendPoint]) -> Element {
    let known: Vec<(&TrendPoint, i64)> =
        points.iter().filter_map(|point| Some((point, point.chronic_percent?.get()))).collect();
    let (Some((first, _)), Some((last, _))) = (known.first(), known.last()) else { return rsx! {} };
    // At least to 20 %, so that a quiet year does not look like a wild one.
    let top = known.iter().map(|(_, tenths)| *tenths).max().unwrap_or(0).max(200);
    let place = |n: usize, tenths: i64| {
        let x = 40 + n * (WIDTH - 60) / (known.len() - 1).max(1);
        let room = i64::try_from(HEIGHT - 40).unwrap_or_default();
        (x, i64::try_from(HEIGHT - 25).unwrap_or_default() - tenths * room / top)
    };
    let corners: Vec<(usize, i64)> =
        known.iter().enumerate().map(|(n, (_, tenths))| place(n, *tenths)).collect();
    let line: Vec<String> = corners.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let says = say!(words, "meet-trend-says",
        first: percent(words, first.chronic_percent), from: words.day_plain(first.day),
        last: percent(words, last.chronic_percent), to: words.day_plain(last.day));
    let limits: Vec<(i64, i64)> = [0, 100, 200]
        .into_iter()
        .filter(|tenths| *tenths <= top)
        .map(|tenths| (tenths, place(0, tenths).1))
        .collect();
    let (end_x, end_y) = corners.last().copied().unwrap_or_default();
    rsx! {
        figure { class: "panel trend",
            h3 { {say!(words, "meet-trend")} }
            svg { view_box: "0 0 {WIDTH} {HEIGHT}", role: "img", "aria-label": says,
                for (tenths, y) in limits {
                    line { class: "grid", x1: "40", x2: "{WIDTH - 20}", y1: "{y}", y2: "{y}" }
                    text { x: "34", y: "{y + 4}", "text-anchor": "end", "{tenths / 10} %" }
                }
                polyline { class: "line", points: line.join(" ") }
                for (x, y) in corners { circle { class: "dot", cx: "{x}", cy: "{y}", r: "3" } }
                text { class: "last", x: "{end_x}", y: "{end_y - 9}", "text-anchor": "end", {percent(words, last.chronic_percent)} }
                text { x: "40", y: "{HEIGHT - 6}", {words.day_plain(first.day)} }
                text { x: "{WIDTH - 20}", y: "{HEIGHT - 6}", "text-anchor": "end", {words.day_plain(last.day)} }
            }
            details {
                summary { {say!(words, "meet-as-table")} }
                {trend_table(words, points)}
            }
        }
    }
}

fn trend_table(words: Words, points: &[TrendPoint]) -> Element {
    rsx! {
        table { class: "small",
            caption { {say!(words, "meet-trend")} }
            thead {
                tr {
                    th { scope: "col", {say!(words, "meet-trend-week")} }
                    th { scope: "col", {say!(words, "meet-trend-chronic")} }
                    th { scope: "col", {say!(words, "meet-trend-ada")} }
                }
            }
            tbody {
                for point in points.iter().rev() {
                    tr {
                        th { scope: "row", {words.day_short(point.day)} }
                        td { class: "num",
                            {percent(words, point.chronic_percent)} " "
                            small { {say!(words, "meet-of", n: point.chronic, of: point.with_tier)} }
                        }
                        td { class: "num", {percent(words, point.ada_percent)} }
                    }
                }
            }
        }
    }
}

fn grades(words: Words, grades: &[TierRow]) -> Element {
    let name = |row: &TierRow| match row.group.as_str() {
        "not_stated" => say!(words, "meet-grade-none"),
        grade => words.grade(grade),
    };
    rsx! {
        div { class: "panel",
            h3 { {say!(words, "meet-grades")} }
            table { class: "small",
                caption { class: "skip", {say!(words, "meet-grades")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "meet-grade")} }
                        th { scope: "col", {say!(words, "meet-enrolled")} }
                        th { scope: "col", {say!(words, "meet-trend-chronic")} }
                        th { scope: "col", {words.tier(daymark_domain::Tier::AtRisk)} }
                    }
                }
                tbody {
                    for row in grades {
                        tr {
                            th { scope: "row", {name(row)} }
                            td { class: "num", {row.enrolled.unwrap_or(0).to_string()} }
                            td { class: "num",
                                {row.chronic.unwrap_or(0).to_string()} " "
                                small { {percent(words, row.chronic_percent)} }
                            }
                            td { class: "num", {row.at_risk.unwrap_or(0).to_string()} }
                        }
                    }
                }
            }
        }
    }
}

fn weekdays(words: Words, packet: &Packet) -> Element {
    let name = |weekday: &str| {
        let number = WEEKDAYS.iter().position(|word| *word == weekday).unwrap_or(0) + 1;
        words.say(&format!("weekday-{number}"))
    };
    if packet.weekdays.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "panel",
            h3 { {say!(words, "meet-weekdays")} }
            table { class: "small",
                caption { class: "skip", {say!(words, "meet-weekdays")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "meet-weekday")} }
                        th { scope: "col", {say!(words, "meet-missed")} }
                    }
                }
                tbody {
                    for day in &packet.weekdays {
                        tr {
                            th { scope: "row", {name(day.weekday)} }
                            td { class: "num",
                                {percent(words, day.rate_percent)} " "
                                small { {say!(words, "meet-of", n: days(day.absent_days), of: days(day.enrolled_days))} }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn dips(words: Words, packet: &Packet) -> Element {
    if packet.dips.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "panel",
            h3 { {say!(words, "meet-dips")} }
            ul { class: "plain",
                for dip in &packet.dips {
                    li {
                        {say!(words, "meet-dip", day: words.day_long(dip.day), rate: percent(words, dip.rate_percent))}
                    }
                }
            }
            p { class: "quiet-text", {say!(words, "meet-dips-says")} }
        }
    }
}
