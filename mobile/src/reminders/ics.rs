//! Writing a calendar as RFC 5545 has it: recurring events at the phone's own time of day, each with its alarm.
//!
//! Times float: 7:40 is 7:40 wherever the phone is, and no table of time zones has to travel along. Days that fall out of
//! a rule stand as events of their own, because some calendars pass over `RDATE`.

use daymark_domain::SchoolDay;

use super::days::weekday;

const LINE_BYTES: usize = 75;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Something that happens on many days at one time of day.
pub struct Event {
    /// Unlike any other's in the world, and the same whenever this one is written again.
    pub uid: String,
    pub summary: String,
    pub description: String,
    /// Minutes since midnight.
    pub minute: u16,
    /// In minutes; it ends before midnight.
    pub length: u16,
    /// The days of the week that it mostly falls on, 1 being Monday.
    pub weekdays: &'static [u32],
    /// The days, in order.
    pub days: Vec<SchoolDay>,
}

/// The calendar as a file. `made` are seconds since 1970: of two files the later one is the newer word.
pub fn calendar(events: &[Event], made: i64) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Daymark//Reminders//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for event in events {
        let (regular, single): (Vec<SchoolDay>, Vec<SchoolDay>) =
            event.days.iter().partition(|day| event.weekdays.contains(&weekday(**day)));
        if let (Some(first), Some(last)) = (regular.first(), regular.last()) {
            let repeats = repetition(event, *first, *last);
            write(&mut lines, event, &event.uid, *first, repeats, made);
        }
        for day in single {
            write(&mut lines, event, &format!("{}-{}", basic(day), event.uid), day, vec![], made);
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn write(lines: &mut Vec<String>, event: &Event, uid: &str, day: SchoolDay, repeats: Vec<String>, made: i64) {
    let (summary, description) = (escaped(&event.summary), escaped(&event.description));
    let end = (event.minute + event.length).min(24 * 60 - 1);
    lines.extend([
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(uid)),
        format!("DTSTAMP:{}", utc(made)),
        // Grows with every file: calendars take the higher number.
        format!("SEQUENCE:{}", made / 60),
        format!("DTSTART:{}", at(day, event.minute)),
        format!("DTEND:{}", at(day, end)),
    ]);
    lines.extend(repeats);
    lines.extend([
        format!("SUMMARY:{summary}"),
        format!("DESCRIPTION:{description}"),
        "CLASS:PRIVATE".to_owned(),
        // Whoever looks for a free hour finds this one free.
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT0S".to_owned(),
        format!("DESCRIPTION:{summary}"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ]);
}

/// The rule, and the days that it names and that are none.
fn repetition(event: &Event, first: SchoolDay, last: SchoolDay) -> Vec<String> {
    if first == last {
        return vec![];
    }
    let names: Vec<_> =
        event.weekdays.iter().filter_map(|n| WEEKDAYS.get(*n as usize - 1).copied()).collect();
    let until = at(last, event.minute);
    let rule = format!("RRULE:FREQ=WEEKLY;UNTIL={until};BYDAY={}", names.join(","));
    let named = (first.number()..=last.number()).filter_map(SchoolDay::from_number);
    let named = named.filter(|day| event.weekdays.contains(&weekday(*day)));
    let left_out: Vec<_> = named.filter(|day| event.days.binary_search(day).is_err()).collect();
    let except = left_out.iter().map(|day| at(*day, event.minute)).collect::<Vec<_>>().join(",");
    let except = (!left_out.is_empty()).then(|| format!("EXDATE:{except}"));
    [Some(rule), except].into_iter().flatten().collect()
}

/// `20251014T074000`, at whatever place it is read.
fn at(day: SchoolDay, minute: u16) -> String {
    format!("{}T{:02}{:02}00", basic(day), minute / 60, minute % 60)
}

/// `20251014T114000Z`.
fn utc(unix_seconds: i64) -> String {
    let of_day = unix_seconds.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", basic(SchoolDay::at(unix_seconds, 0)))
}

fn basic(day: SchoolDay) -> String {
    day.to_string().replace('-', "")
}

fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    text.replace("\r\n", "\\n").replace('\n', "\\n")
}

/// At most 75 octets a line, no character cut in two; what goes on begins with a space.
fn folded(line: &str) -> String {
    let (mut folded, mut bytes) = (String::with_capacity(line.len() + 2), 0);
    for character in line.chars() {
        if bytes + character.len_utf8() > LINE_BYTES {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(character);
        bytes += character.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(texts: &[&str]) -> Vec<SchoolDay> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn event(days: Vec<SchoolDay>) -> Event {
        Event {
            uid: "door-1@daymark".to_owned(),
            summary: "Door".to_owned(),
            description: "Greet, then mark; that is all".to_owned(),
            minute: 460,
            length: 25,
            weekdays: &[1, 2, 3, 4, 5],
            days,
        }
    }

    /// 14 October 2025, 11:40:09 UTC.
    const MADE: i64 = 1_760_442_009;

    #[test]
    fn a_calendar_is_written_line_by_line() {
        let school = days(&["2025-10-14", "2025-10-15", "2025-10-17", "2025-10-20"]);
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Daymark//Reminders//EN\r\nCALSCALE:GREGORIAN\r\n\
            BEGIN:VEVENT\r\nUID:door-1@daymark\r\nDTSTAMP:20251014T114009Z\r\nSEQUENCE:29340700\r\n\
            DTSTART:20251014T074000\r\nDTEND:20251014T080500\r\n\
            RRULE:FREQ=WEEKLY;UNTIL=20251020T074000;BYDAY=MO,TU,WE,TH,FR\r\nEXDATE:20251016T074000\r\n\
            SUMMARY:Door\r\nDESCRIPTION:Greet\\, then mark\\; that is all\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n\
            BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nDESCRIPTION:Door\r\nEND:VALARM\r\nEND:VEVENT\r\n\
            END:VCALENDAR\r\n";
        assert_eq!(calendar(&[event(school)], MADE), expected);
    }

    #[test]
    fn a_made_up_saturday_is_an_event_of_its_own() {
        let text = calendar(&[event(days(&["2025-10-17", "2025-10-18", "2025-10-20"]))], MADE);
        assert!(text.contains("UID:20251018-door-1@daymark\r\n"), "{text}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2);
        assert_eq!(text.matches("RRULE").count(), 1);
        assert!(!text.contains("EXDATE"), "no weekday was left out: {text}");
    }

    #[test]
    fn one_day_needs_no_rule_and_none_makes_an_empty_calendar() {
        assert!(!calendar(&[event(days(&["2025-10-17"]))], MADE).contains("RRULE"));
        assert!(!calendar(&[event(vec![])], MADE).contains("VEVENT"));
    }

    #[test]
    fn long_lines_are_folded_by_octets_and_no_character_is_cut() {
        let long = "Días de clases: mire a quién saludar ".repeat(9);
        let text = calendar(&[Event { description: long.clone(), ..event(days(&["2025-10-17"])) }], MADE);
        for line in text.split("\r\n") {
            assert!(line.len() <= LINE_BYTES, "{line}");
        }
        assert!(text.replace("\r\n ", "").contains(&format!("DESCRIPTION:{long}\r\n")));
    }
}
