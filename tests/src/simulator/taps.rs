//! What a mentor taps: drawn from a roll and what stands on the phone.

use chrono::DateTime;
use chrono_tz::Tz;
use daymark_domain::{
    Audience, CalendarMark, CallOutcome, Contact, ContactKind, DoorResult, MatchId, NoteClass, SchoolDay,
};
use daymark_mentor_core::Core;
use daymark_mentor_core::api::Request;
use daymark_sqlite::rusqlite::params;

use super::chance::Chance;

/// The date at the school.
pub fn school_day(zone: Tz, moment: i64) -> SchoolDay {
    SchoolDay(DateTime::from_timestamp(moment, 0).unwrap_or_default().with_timezone(&zone).date_naive())
}

/// The tap; none when no student is on the phone.
pub fn choose(core: &mut Core, zone: Tz, roll: u64) -> Option<Request> {
    let mut chance = Chance::of(roll, 7);
    let matches = caseload(core);
    let match_id = *chance.pick(&matches)?;
    let today = school_day(zone, core.now());
    let day = if chance.in_thousand(200) { today.minus(chance.below(9) as u64) } else { today };
    Some(match chance.below(20) {
        0..=6 => Request::RecordDoorCheck { match_id, day, result: result(&mut chance) },
        7..=9 => {
            let contact = Contact::call(ContactKind::WakeUpCall, outcome(&mut chance));
            Request::RecordContact { match_id, day, contact }
        }
        10 => {
            let contact = Contact::session(ContactKind::OneOnOne, 5 + chance.below(40) as u16);
            Request::RecordContact { match_id, day, contact }
        }
        11 | 12 => Request::AddNote {
            match_id,
            day,
            text: format!("Note {}", chance.below(100_000)),
            audience: Audience::Team,
            class: NoteClass::Shareable,
        },
        13..=15 => {
            let mark = if chance.in_thousand(700) { CalendarMark::Present } else { CalendarMark::Cleared };
            Request::MarkCalendarDay { match_id, day, mark }
        }
        16 | 17 => void(core, match_id, &mut chance)?,
        18 => void_group(core)?,
        _ => group(&matches, day, &mut chance)?,
    })
}

fn result(chance: &mut Chance) -> DoorResult {
    [DoorResult::Greeted, DoorResult::Late, DoorResult::NotSeen][chance.below(3)]
}

fn outcome(chance: &mut Chance) -> CallOutcome {
    // No wrong number: that one opens a request of its own, which has its own tests.
    let outcomes = [CallOutcome::ReachedStudent, CallOutcome::ReachedGuardian, CallOutcome::NoAnswer];
    outcomes[chance.below(outcomes.len())]
}

fn group(matches: &[MatchId], day: SchoolDay, chance: &mut Chance) -> Option<Request> {
    let some = 2 + chance.below(3);
    let matches: Vec<MatchId> = matches.iter().copied().take(some).collect();
    let contact = Contact::session(ContactKind::SmallGroup, 20);
    (matches.len() > 1).then_some(Request::RecordGroup { matches, day, contact })
}

fn void(core: &mut Core, match_id: MatchId, chance: &mut Chance) -> Option<Request> {
    let sql = "SELECT entry_key FROM entry WHERE match_id = ?1 AND voided_at IS NULL
               ORDER BY at DESC, entry_key DESC LIMIT 10";
    let keys: Vec<String> = {
        let mut statement = core.database().prepare_cached(sql).ok()?;
        let rows = statement.query_map(params![match_id.as_bytes()], |row| row.get(0)).ok()?;
        rows.flatten().collect()
    };
    let key = chance.pick(&keys)?.parse().ok()?;
    Some(Request::VoidEntry { match_id, key })
}

fn void_group(core: &mut Core) -> Option<Request> {
    let sql = "SELECT group_id FROM entry WHERE group_id IS NOT NULL AND voided_at IS NULL
               ORDER BY at DESC, group_id LIMIT 1";
    let group: String = core.database().query_row(sql, [], |row| row.get(0)).ok()?;
    Some(Request::VoidGroup { group: group.parse().ok()? })
}

fn caseload(core: &mut Core) -> Vec<MatchId> {
    let read = |core: &mut Core| -> Option<Vec<MatchId>> {
        let mut statement = core.database().prepare_cached("SELECT id FROM match ORDER BY id").ok()?;
        let rows = statement.query_map([], |row| row.get(0).map(MatchId::from_bytes)).ok()?;
        Some(rows.flatten().collect())
    };
    read(core).unwrap_or_default()
}
