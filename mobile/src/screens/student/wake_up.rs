//! How the student is called awake: on which days, between which times, whom, and when it ends by itself.

use daymark_components::{Words, say};
use daymark_domain::{MatchId, Party, SchoolDay, StopRule, WakeUpPlan, Weekdays, What};
use daymark_mentor_core::api::{PlanView, Request, StudentView};
use dioxus::prelude::*;

use super::desk::Desk;
use super::page::{Sheet, use_sheet};
use crate::parts::{Chip, ChipButton, Chips, DayInput, Stepper};
use crate::voice;

#[component]
pub fn WakeUp(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    rsx! {
        Sheet { desk, title: say!(desk.words, "wake-title"),
            body: move |student: StudentView| rsx! {
                Present { desk, plan: student.record.wake_up_plan.clone() }
                PlanForm { desk, today: student.today, plan: student.record.wake_up_plan.map(|view| view.plan) }
            } }
    }
}

/// The plan that holds now, and its end.
#[component]
fn Present(desk: Desk, plan: Option<PlanView>) -> Element {
    let words = desk.words;
    let end = move |plan: WakeUpPlan| {
        let ended = WakeUpPlan { weekdays: Weekdays::default(), stop: StopRule::WhenChanged, ..plan };
        let saving = desk
            .act(Request::SetWakeUpPlan { match_id: desk.match_id, plan: ended }, say!(words, "wake-ended"));
        spawn(async move {
            saving.await;
        });
    };
    rsx! {
        h2 { class: "sec", {say!(words, "wake-now")} }
        section { class: "card stack",
            match plan {
                None => rsx! { p { class: "quiet-text", {say!(words, "wake-none")} } },
                Some(view) => rsx! {
                    p { {voice::done(words, &What::WakeUpPlan(view.plan), None, "")} }
                    small { class: "quiet-text num", {say!(words, "wake-since", day: words.day_short(view.since))} }
                    if view.ended {
                        p { class: "notice good", {say!(words, "wake-over")} }
                    } else {
                        button { r#type: "button", class: "btn quiet", "data-testid": "{END}", onclick: move |_| end(view.plan), {say!(words, "wake-end")} }
                    }
                },
            }
        }
    }
}

const END: &str = "wake-end";
const SAVE: &str = "wake-save";

/// Where nothing was planned yet: school mornings, between half past six and twenty past seven.
const USUAL: (u16, u16) = (6 * 60 + 30, 7 * 60 + 20);
const STEP: u16 = 5;

#[component]
fn PlanForm(desk: Desk, today: SchoolDay, plan: Option<WakeUpPlan>) -> Element {
    let words = desk.words;
    let mut form =
        use_signal(|| plan.filter(|plan| plan.weekdays != Weekdays::default()).unwrap_or(usual(today)));
    let now = form();
    let save = move |_| {
        let saving = desk
            .act(Request::SetWakeUpPlan { match_id: desk.match_id, plan: form() }, say!(words, "wake-saved"));
        spawn(async move {
            saving.await;
        });
    };
    let clock = |minute: u16| words.time_of_minute(minute);
    rsx! {
        h2 { class: "sec", {say!(words, "wake-plan")} }
        section { class: "card stack",
            fieldset { class: "form-asked",
                legend { {say!(words, "wake-days")} }
                div { class: "form-chips",
                    for day in today.week().days() {
                        ChipButton { key: "{day}", on: now.weekdays.contains(day.weekday()), hook: "wake-day-{day.weekday().number_from_monday()}", label: words.weekday_short(day),
                            on_tap: move |()| form.with_mut(|plan| plan.weekdays = turned(plan.weekdays, day)) }
                    }
                }
                p { class: "quiet-text", {say!(words, "wake-days-says")} }
            }
            Stepper { label: say!(words, "wake-from"), hook: "wake-from", value: now.from_minute, step: STEP, least: 4 * 60, most: now.to_minute - STEP,
                shown: clock(now.from_minute), on_change: move |minute| form.with_mut(|plan| plan.from_minute = minute) }
            Stepper { label: say!(words, "wake-to"), hook: "wake-to", value: now.to_minute, step: STEP, least: now.from_minute + STEP, most: 12 * 60,
                shown: clock(now.to_minute), on_change: move |minute| form.with_mut(|plan| plan.to_minute = minute) }
            Chips::<Party> { legend: say!(words, "wake-whom"), chips: parties(words), picked: Some(now.whom),
                on_pick: move |whom: Option<Party>| form.with_mut(|plan| plan.whom = whom.unwrap_or(plan.whom)) }
            Stop { words, today, stop: now.stop, on_stop: move |stop| form.with_mut(|plan| plan.stop = stop) }
            button { r#type: "button", class: "btn", "data-testid": "{SAVE}", disabled: now.weekdays == Weekdays::default() || now.check().is_err(), onclick: save,
                {say!(words, "wake-save")} }
        }
    }
}

/// Nobody is called for ever.
#[component]
fn Stop(words: Words, today: SchoolDay, stop: StopRule, on_stop: EventHandler<StopRule>) -> Element {
    let days = match stop {
        StopRule::AfterPresentDays(days) => days,
        _ => USUAL_DAYS,
    };
    let day = match stop {
        StopRule::OnDay(day) => day,
        _ => today.plus(28),
    };
    let chips = vec![
        Chip::new(StopRule::WhenChanged, "stop-changed", say!(words, "wake-until-changed")),
        Chip::new(StopRule::AfterPresentDays(days), "stop-days", say!(words, "plan-until-days", n: days)),
        Chip::new(StopRule::OnDay(day), "stop-day", say!(words, "plan-until-day", day: words.day_short(day))),
    ];
    rsx! {
        Chips::<StopRule> { legend: say!(words, "wake-until"), chips, picked: Some(stop), on_pick: move |chosen: Option<StopRule>| on_stop.call(chosen.unwrap_or(stop)) }
        match stop {
            StopRule::WhenChanged => rsx! {},
            StopRule::AfterPresentDays(days) => rsx! {
                Stepper { label: say!(words, "wake-present-days"), hook: "stop-days", value: days, step: 1, least: 1, most: 60, shown: days.to_string(),
                    on_change: move |days| on_stop.call(StopRule::AfterPresentDays(days)) }
            },
            StopRule::OnDay(day) => rsx! {
                DayInput { label: say!(words, "wake-last-day"), hook: "stop-on", day: Some(day), first: today.next(), last: today.plus(365),
                    on_day: move |day| on_stop.call(StopRule::OnDay(day)) }
            },
        }
    }
}

const USUAL_DAYS: u16 = 10;

fn usual(today: SchoolDay) -> WakeUpPlan {
    WakeUpPlan {
        weekdays: today.week().days().take(5).map(SchoolDay::weekday).collect(),
        from_minute: USUAL.0,
        to_minute: USUAL.1,
        whom: Party::Student,
        stop: StopRule::AfterPresentDays(USUAL_DAYS),
    }
}

/// With the day if it was not among them, else without it.
fn turned(weekdays: Weekdays, day: SchoolDay) -> Weekdays {
    let week = day.week().days().map(SchoolDay::weekday);
    week.filter(|weekday| weekdays.contains(*weekday) != (*weekday == day.weekday())).collect()
}

fn parties(words: Words) -> Vec<Chip<Party>> {
    let chip =
        |whom: Party| Chip::new(whom, format!("wake-{whom}"), say!(words, "plan-whom", word: whom.word()));
    Party::ALL.iter().copied().map(chip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekday_is_turned_on_and_off_and_the_others_stay() {
        let tuesday: SchoolDay = "2025-10-14".parse().unwrap();
        let without = turned(usual(tuesday).weekdays, tuesday);
        assert_eq!(without.bits(), 0b1_1101);
        assert_eq!(turned(without, tuesday), usual(tuesday).weekdays);
        assert_eq!(usual(tuesday).check(), Ok(()));
    }
}
