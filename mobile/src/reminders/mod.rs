//! What a mentor wants to be reminded of: the work's own hours, never a student.
//!
//! The choice stays on this phone. It leaves as a file for the phone's own calendar ([`file`]), and while the app is
//! open as a notice of the platform ([`plan_today`]).

mod days;
mod file;
mod ics;

use daymark_components::{Words, say};
use daymark_mentor_core::api::{Reply, Request, TodayView};

pub use days::{SchoolDays, school_days};
pub use file::file;

use crate::phone::Phone;
use crate::shell::Notices;

/// Under these names the shell keeps the choices.
const PLAN: &str = "reminders";
const NOTICES: &str = "notices";

/// An hour of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Calls before the bell.
    WakeUp,
    /// The school door.
    Door,
    /// A look at the week while there is time to mend it.
    Week,
}

impl Occasion {
    pub const ALL: [Self; 3] = [Self::WakeUp, Self::Door, Self::Week];

    /// The word as kept, and in test hooks.
    pub fn word(self) -> &'static str {
        match self {
            Self::WakeUp => "wake-up",
            Self::Door => "door",
            Self::Week => "week",
        }
    }

    pub fn name(self, words: Words) -> String {
        match self {
            Self::WakeUp => say!(words, "reminder-wake-up"),
            Self::Door => say!(words, "reminder-door"),
            Self::Week => say!(words, "reminder-week"),
        }
    }

    /// What a calendar or a notice says.
    pub fn sentence(self, words: Words) -> String {
        match self {
            Self::WakeUp => say!(words, "reminder-wake-up-says"),
            Self::Door => say!(words, "reminder-door-says"),
            Self::Week => say!(words, "reminder-week-says"),
        }
    }

    /// Times to choose from, in minutes since midnight.
    pub fn times(self) -> impl Iterator<Item = u16> {
        let (first, last, step) = match self {
            Self::WakeUp => (5 * 60 + 30, 9 * 60, 5),
            Self::Door => (6 * 60, 10 * 60, 5),
            Self::Week => (7 * 60, 20 * 60, 15),
        };
        (first..=last).step_by(step)
    }

    /// Before the mentor chose another: at the door, 25 minutes before the bell.
    fn usual_minute(self, bell: Option<u16>) -> u16 {
        match self {
            Self::WakeUp => 6 * 60 + 45,
            Self::Door => {
                let wanted = bell.map_or(7 * 60 + 40, |bell| bell.saturating_sub(25));
                self.times().take_while(|minute| *minute <= wanted).last().unwrap_or(wanted)
            }
            Self::Week => 15 * 60 + 30,
        }
    }
}

/// One hour, and whether a reminder is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    pub occasion: Occasion,
    pub on: bool,
    /// Minutes since midnight on this phone's clock.
    pub minute: u16,
}

/// One for each occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan(pub [Reminder; 3]);

impl Plan {
    /// All are on until the mentor says otherwise: nothing happens before the file is asked for.
    pub fn usual(bell: Option<u16>) -> Self {
        Self(Occasion::ALL.map(|occasion| Reminder {
            occasion,
            on: true,
            minute: occasion.usual_minute(bell),
        }))
    }

    /// What was kept; what cannot be read is as usual.
    pub fn kept(phone: Phone, bell: Option<u16>) -> Self {
        Self::read(&phone.shell().setting(PLAN).unwrap_or_default(), bell)
    }

    /// With another choice for one occasion, kept for the next start.
    pub fn with(self, phone: Phone, changed: Reminder) -> Self {
        let plan = Self(self.0.map(|each| if each.occasion == changed.occasion { changed } else { each }));
        phone.shell().keep_setting(PLAN, &plan.written());
        plan
    }

    fn read(text: &str, bell: Option<u16>) -> Self {
        let one = |usual: Reminder| {
            let mut said = text.split(' ').filter_map(|item| item.strip_prefix(usual.occasion.word()));
            let (minute, on) = said.find_map(|rest| rest.strip_prefix(':')?.split_once(':'))?;
            let minute =
                minute.parse().ok().filter(|minute| usual.occasion.times().any(|time| time == *minute))?;
            Some(Reminder { on: on == "on", minute, ..usual })
        };
        Self(Self::usual(bell).0.map(|usual| one(usual).unwrap_or(usual)))
    }

    fn written(self) -> String {
        let on = |on| if on { "on" } else { "off" };
        let items = self.0.map(|each| format!("{}:{}:{}", each.occasion.word(), each.minute, on(each.on)));
        items.join(" ")
    }

    /// Those that are wanted.
    pub fn wanted(self) -> impl Iterator<Item = Reminder> {
        self.0.into_iter().filter(|each| each.on)
    }
}

/// Whether the mentor wants notices while the app is open, and the platform shows them.
pub fn gives_notice(phone: Phone) -> bool {
    phone.shell().setting(NOTICES).as_deref() == Some("on") && phone.shell().notices() == Notices::Allowed
}

/// Keeps that choice.
pub async fn give_notice(phone: Phone, wanted: bool) -> Notices {
    let shell = phone.shell();
    let notices = if wanted { shell.ask_for_notices().await } else { shell.notices() };
    shell.keep_setting(NOTICES, if wanted { "on" } else { "off" });
    plan_today(phone).await;
    notices
}

/// Hands the rest of today to the platform.
pub async fn plan_today(phone: Phone) {
    if !gives_notice(phone) {
        return phone.shell().remind(vec![]);
    }
    let Ok(Reply::Today(today)) = phone.ask(Request::Today).await else { return };
    let Ok(days) = school_days(phone, today.day).await else { return };
    let plan = Plan::kept(phone, today.bell_minute);
    let sentences = still_today(plan, &today, &days);
    let sentences = sentences.map(|(seconds, occasion)| (seconds, occasion.sentence(phone.words())));
    phone.shell().remind(sentences.collect());
}

/// Seconds until each that is still to come today.
fn still_today<'a>(
    plan: Plan,
    today: &'a TodayView,
    days: &'a SchoolDays,
) -> impl Iterator<Item = (u64, Occasion)> + 'a {
    let mut wanted: Vec<_> =
        plan.wanted().filter(|each| days.of(each.occasion).contains(&today.day)).collect();
    wanted.sort_by_key(|each| each.minute);
    let later = wanted.into_iter().filter(|each| each.minute > today.minute);
    later.map(|each| (u64::from(each.minute - today.minute) * 60, each.occasion))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_read_as_it_was_written() {
        let mut plan = Plan::usual(Some(485));
        assert_eq!(plan.0.map(|each| each.minute), [405, 460, 930]);
        plan.0[1] = Reminder { occasion: Occasion::Door, on: false, minute: 475 };
        assert_eq!(plan.written(), "wake-up:405:on door:475:off week:930:on");
        assert_eq!(Plan::read(&plan.written(), None), plan);
    }

    #[test]
    fn what_cannot_be_read_is_as_usual() {
        for text in ["", "nonsense", "door:2000:on", "door:461:on", "door", "wake-up:on"] {
            assert_eq!(Plan::read(text, Some(485)), Plan::usual(Some(485)), "{text}");
        }
    }

    #[test]
    fn the_usual_time_at_the_door_can_be_chosen_whatever_the_bell() {
        for bell in [None, Some(0), Some(485), Some(491), Some(1439)] {
            let minute = Occasion::Door.usual_minute(bell);
            assert!(
                bell == Some(0) || Occasion::Door.times().any(|time| time == minute),
                "{bell:?}: {minute}"
            );
        }
    }
}
