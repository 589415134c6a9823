//! What comes first at which time of the day.

/// A part of the home screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Calls,
    Door,
    Absent,
    Answers,
    Sessions,
    Goals,
    FollowUps,
    Celebrations,
    Evening,
}

/// A part of the mentor's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    BeforeTheDoor,
    AtTheDoor,
    Morning,
    Afternoon,
    Evening,
}

/// Students come to the door from so many minutes before the bell, until so many after it.
const DOOR_MINUTES: (u16, u16) = (30, 15);
/// Where the school has not said when its bell rings.
const USUAL_BELL: u16 = 8 * 60;
const NOON: u16 = 12 * 60;
const EVENING: u16 = 17 * 60;

/// By the school's clock and bell.
pub fn part_of_day(minute: u16, bell: Option<u16>) -> PartOfDay {
    let bell = bell.unwrap_or(USUAL_BELL);
    match minute {
        minute if minute < bell.saturating_sub(DOOR_MINUTES.0) => PartOfDay::BeforeTheDoor,
        minute if minute < bell.saturating_add(DOOR_MINUTES.1) => PartOfDay::AtTheDoor,
        minute if minute < NOON => PartOfDay::Morning,
        minute if minute < EVENING => PartOfDay::Afternoon,
        _ => PartOfDay::Evening,
    }
}

/// What the part of the day is for comes first; the rest keeps its order.
pub fn sections(part: PartOfDay, school_is_closed: bool) -> &'static [Section] {
    use Section::{Absent, Answers, Calls, Celebrations, Door, Evening, FollowUps, Goals, Sessions};
    match part {
        PartOfDay::Evening if school_is_closed => &[Evening, Answers, Goals, FollowUps, Celebrations],
        _ if school_is_closed => &[Answers, Goals, FollowUps, Celebrations],
        PartOfDay::BeforeTheDoor => &[Calls, Door, Absent, Answers, Sessions, Goals, FollowUps, Celebrations],
        PartOfDay::AtTheDoor => &[Door, Calls, Absent, Answers, Sessions, Goals, FollowUps, Celebrations],
        PartOfDay::Morning => &[Absent, Answers, Sessions, Goals, FollowUps, Celebrations, Door, Calls],
        PartOfDay::Afternoon => &[Sessions, Goals, FollowUps, Celebrations, Answers, Absent, Door, Calls],
        PartOfDay::Evening => {
            &[Evening, Answers, FollowUps, Absent, Sessions, Goals, Celebrations, Door, Calls]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(minute: u16) -> Section {
        sections(part_of_day(minute, Some(8 * 60 + 5)), false)[0]
    }

    #[test]
    fn what_the_hour_is_for_comes_first() {
        assert_eq!(first(6 * 60 + 58), Section::Calls);
        assert_eq!(first(7 * 60 + 35), Section::Door);
        assert_eq!(first(8 * 60 + 19), Section::Door);
        assert_eq!(first(8 * 60 + 20), Section::Absent);
        assert_eq!(first(NOON), Section::Sessions);
        assert_eq!(first(EVENING), Section::Evening);
        assert_eq!(part_of_day(7 * 60 + 29, None), PartOfDay::BeforeTheDoor);
        assert_eq!(part_of_day(7 * 60 + 30, None), PartOfDay::AtTheDoor);
    }

    #[test]
    fn no_part_of_a_school_day_leaves_anything_out() {
        use PartOfDay::{Afternoon, AtTheDoor, BeforeTheDoor, Evening, Morning};
        for part in [BeforeTheDoor, AtTheDoor, Morning, Afternoon, Evening] {
            let shown = sections(part, false);
            let mut names: Vec<_> = shown.iter().map(|section| format!("{section:?}")).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), shown.len(), "{part:?}");
            assert_eq!(shown.len(), if part == Evening { 9 } else { 8 }, "{part:?}");
        }
    }

    #[test]
    fn a_day_without_school_has_no_calls_and_no_door() {
        let closed = [PartOfDay::Morning, PartOfDay::Evening].map(|part| sections(part, true)).concat();
        for section in [Section::Calls, Section::Door, Section::Absent, Section::Sessions] {
            assert!(!closed.contains(&section), "{section:?}");
        }
    }
}
