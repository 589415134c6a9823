//! The reminders as a file for the phone's own calendar.

use daymark_components::{Words, say};

use super::ics::{Event, calendar};
use super::{Occasion, Plan, Reminder, SchoolDays};
use crate::phone::Phone;
use crate::shell::GivenFile;

/// Under this name the shell keeps what tells this phone's events from any other's.
const ID: &str = "reminders-id";

/// With the wanted reminders on the days that they are for.
pub fn file(phone: Phone, plan: Plan, days: &SchoolDays) -> GivenFile {
    let (shell, words) = (phone.shell(), phone.words());
    let made = shell.unix_seconds();
    let id = shell.setting(ID).unwrap_or_else(|| {
        // Two phones that share a calendar asked at different moments.
        let id = format!("{made}-{}", (shell.now_ms() * 1000.0) as u64);
        shell.keep_setting(ID, &id);
        id
    });
    let events: Vec<_> = plan.wanted().map(|each| event(words, each, days, &id)).collect();
    GivenFile { name: "daymark-reminders.ics", media_type: "text/calendar", text: calendar(&events, made) }
}

fn event(words: Words, reminder: Reminder, days: &SchoolDays, id: &str) -> Event {
    let occasion = reminder.occasion;
    let (length, weekdays): (u16, &'static [u32]) = match occasion {
        Occasion::WakeUp => (30, &[1, 2, 3, 4, 5]),
        Occasion::Door => (25, &[1, 2, 3, 4, 5]),
        Occasion::Week => (15, &[3]),
    };
    Event {
        uid: format!("{}-{id}@daymark", occasion.word()),
        summary: say!(words, "reminder-title", what: occasion.name(words)),
        description: occasion.sentence(words),
        minute: reminder.minute,
        length,
        weekdays,
        days: days.of(occasion),
    }
}
