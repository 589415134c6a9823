//! What they did together, and when.

use daymark_components::say;
use daymark_domain::{ContactKind, SchoolDay};
use dioxus::prelude::*;

use super::Desk;
use crate::parts::{ActivitySelect, Chip, Chips, DayInput, LengthChips, school_days_before, when};
use crate::voice;

const KINDS: [ContactKind; 2] = [ContactKind::SmallGroup, ContactKind::Event];

#[component]
pub fn GroupForm(desk: Desk, today: SchoolDay) -> Element {
    let words = desk.words;
    let (mut contact, mut day) = (desk.contact, desk.day);
    let kinds =
        KINDS.iter().map(|&kind| Chip::new(kind, format!("group-{kind}"), voice::contact_kind(words, kind)));
    let days = std::iter::once(today).chain(school_days_before(&[], today, 2));
    let days: Vec<Chip<SchoolDay>> =
        days.map(|day| Chip::new(day, format!("group-on-{day}"), when(words, today, day))).collect();
    let picked = day().unwrap_or(today);
    let other = (!days.iter().any(|chip| chip.value == picked)).then_some(picked);
    let minutes = contact.read().minutes.map(|minutes| say!(words, "student-one-on-one-minutes", n: minutes));
    let in_short =
        [Some(voice::contact_kind(words, contact.read().kind)), minutes, Some(when(words, today, picked))];
    let in_short = in_short.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    rsx! {
        section { class: "card",
            // Folded, so that the names are at hand: nearly always it is the usual group, today.
            details { class: "form-fold",
                summary { "data-testid": "group-what", "{in_short}" }
                div { class: "stack",
                    Chips::<ContactKind> { legend: say!(words, "group-kind"), chips: kinds.collect(), picked: Some(contact.read().kind),
                        on_pick: move |kind: Option<ContactKind>| kind.into_iter().for_each(|kind| contact.with_mut(|contact| contact.kind = kind)) }
                    LengthChips { minutes: contact.read().minutes, on_minutes: move |minutes| contact.with_mut(|contact| contact.minutes = minutes) }
                    ActivitySelect { picked: contact.read().activity.clone(), on_pick: move |activity| contact.with_mut(|contact| contact.activity = activity) }
                    Chips::<SchoolDay> { legend: say!(words, "record-day"), chips: days, picked: Some(picked), on_pick: move |chosen| day.set(chosen) }
                    DayInput { label: say!(words, "record-other-day"), hook: "group-day", day: other, first: today.minus(365), last: today, on_day: move |chosen| day.set(Some(chosen)) }
                }
            }
        }
    }
}
