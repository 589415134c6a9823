//! A new goal in three taps: what is counted, how many, by when. The record fills in how it was.

use daymark_components::say;
use daymark_domain::{Goal, GoalMeasure, GoalTarget, SchoolDay};
use daymark_mentor_core::api::{GoalView, Request, StudentView};
use dioxus::prelude::*;

use super::before::{last_week, school_days};
use crate::parts::{Chip, Chips, Stepper, school_day_after, use_once};
use crate::screens::student::desk::Desk;
use crate::voice;

/// Days to choose from, when it is neither this week nor the next.
const DAYS_OFFERED: u32 = 8;

/// By when.
#[derive(Clone, Copy, PartialEq)]
enum When {
    ThisWeek,
    NextWeek,
    Day(SchoolDay),
}

impl When {
    fn target(self, today: SchoolDay) -> GoalTarget {
        match self {
            Self::ThisWeek => GoalTarget::Week(today.week()),
            Self::NextWeek => GoalTarget::Week(today.week().next()),
            Self::Day(day) => GoalTarget::Day(day),
        }
    }

    /// The most days that it can count.
    fn most(self, student: &StudentView) -> u16 {
        let today = student.today;
        let days = match self {
            Self::ThisWeek => school_days(student, today.week().monday, today.week().sunday()),
            Self::NextWeek => school_days(student, today.week().next().monday, today.week().next().sunday()),
            Self::Day(day) => school_days(student, today, day),
        };
        u16::try_from(days.len()).unwrap_or(u16::MAX).max(1)
    }
}

/// A week that has only just begun can still be won.
fn usual(today: SchoolDay) -> When {
    if today.weekday().number_from_monday() <= 3 { When::ThisWeek } else { When::NextWeek }
}

/// `last`: the goal that this one follows.
#[component]
pub fn NewGoal(desk: Desk, student: StudentView, last: Option<GoalView>) -> Element {
    let (words, today) = (desk.words, student.today);
    let once = use_once();
    let mut measure = use_signal(|| last.as_ref().map_or(GoalMeasure::DaysPresent, |last| last.goal.measure));
    // `None`: as the record says, one more than that, and as the day of the week suggests.
    let mut from = use_signal(|| None::<u16>);
    let mut to = use_signal(|| None::<u16>);
    let mut when = use_signal(|| None::<When>);
    let by = when().unwrap_or_else(|| usual(today));
    let most = by.most(&student);
    let counted = last.as_ref().filter(|last| last.goal.measure == measure()).and_then(|last| last.check);
    let known = last_week(&student, measure()).or_else(|| counted.and_then(|(_, check)| check.counted));
    let before = from().or(known);
    let wanted = to().unwrap_or(before.unwrap_or(2) + 1).clamp(1, most);
    let goal = Goal { measure: measure(), from: before, to: wanted, target: by.target(today) };
    let days = |n: u16| say!(words, "log-days", n: n);
    let measures = GoalMeasure::ALL
        .iter()
        .map(|each| Chip::new(*each, format!("measure-{each}"), voice::goal_measure(words, *each)));
    let set = move |_| {
        let request = Request::SetGoal { match_id: desk.match_id, goal };
        let saved = say!(words, "goals-set-saved", goal: voice::goal(words, &goal));
        once.write(
            || desk.act(request, saved),
            move || {
                from.set(None);
                to.set(None);
                when.set(None);
            },
        );
    };
    rsx! {
        div { class: "stack",
            Chips { legend: say!(words, "goals-what"), chips: measures.collect::<Vec<_>>(), picked: Some(measure()),
                on_pick: move |picked: Option<GoalMeasure>| {
                    from.set(None);
                    to.set(None);
                    picked.into_iter().for_each(|picked| measure.set(picked));
                } }
            Stepper { label: say!(words, "goals-before"), hook: "goal-from", value: before.unwrap_or(0), step: 1, least: 0, most: Goal::DAYS_MAX,
                shown: before.map_or_else(|| say!(words, "goals-not-known"), days), on_change: move |n| from.set(Some(n)) }
            if from().is_none() && known.is_some() { p { class: "quiet-text", {say!(words, "goals-from-record")} } }
            Stepper { label: say!(words, "goals-try"), hook: "goal-to", value: wanted, step: 1, least: 1, most,
                shown: days(wanted), on_change: move |n| to.set(Some(n)) }
            ByWhen { desk, student: student.clone(), by, on_when: move |picked| when.set(Some(picked)) }
            p { class: "goal-line num", "data-testid": "goal-line", "{voice::goal(words, &goal)}" }
            button { r#type: "button", class: "btn", "data-testid": "goal-set", onclick: set, {say!(words, "goals-set")} }
        }
    }
}

/// This week while it has days left, the next one, or a day.
#[component]
fn ByWhen(desk: Desk, student: StudentView, by: When, on_when: EventHandler<When>) -> Element {
    let (words, today) = (desk.words, student.today);
    let day = |n| school_day_after(&student.month.days, today, n);
    let a_day = match by {
        When::Day(day) => day,
        _ => day(1),
    };
    let this_week = Chip::new(When::ThisWeek, "when-this-week", say!(words, "goals-this-week"));
    let weeks = [
        (today <= today.week().monday.plus(4)).then_some(this_week),
        Some(Chip::new(When::NextWeek, "when-next-week", say!(words, "goals-next-week"))),
        Some(Chip::new(When::Day(a_day), "when-day", say!(words, "goals-a-day"))),
    ];
    let days =
        (1..=DAYS_OFFERED).map(day).map(|day| Chip::new(day, format!("by-{day}"), words.day_short(day)));
    rsx! {
        Chips { legend: say!(words, "goals-when"), chips: weeks.into_iter().flatten().collect::<Vec<_>>(), picked: Some(by),
            on_pick: move |picked: Option<When>| picked.into_iter().for_each(|when| on_when.call(when)) }
        if let When::Day(picked) = by {
            Chips { legend: say!(words, "goals-which-day"), chips: days.collect::<Vec<_>>(), picked: Some(picked),
                on_pick: move |picked: Option<SchoolDay>| picked.into_iter().for_each(|day| on_when.call(When::Day(day))) }
        }
    }
}
