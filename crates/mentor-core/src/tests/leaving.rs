//! A student who has left the phone is gone from its files, not only from its lists (P9): searched byte by byte, in files
//! that are not encrypted here so that they can be searched.

use std::path::Path;

use std::cell::RefCell;

use daymark_documents::inspect;
use daymark_domain::Audience;
use daymark_protocol::access::Leaving;
use daymark_protocol::{Answered, LinkError, Refused};
use tempfile::TempDir;

use super::*;
use crate::open::{Folder, open_with};
use crate::storage::trust;
use crate::sync::{LeaveApi, Word, leave};

const CANARY: &str = "Kanarienvogel";
const THIRTY_DAYS: i64 = 30 * 86_400;

fn opened(folder: &Path) -> Core {
    open_with(&mut Folder::at(folder), None, None, Rc::new(|| TUESDAY_MORNING)).unwrap()
}

fn files_with(folder: &Path, word: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let holds = |path: &std::path::PathBuf| {
        std::fs::read(path).unwrap().windows(word.len()).any(|window| window == word.as_bytes())
    };
    let mut found: Vec<String> =
        files.filter(holds).map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    found.sort_unstable();
    found
}

/// A student whose name, family, numbers and days are the canary's.
fn the_canary_comes(core: &mut Core) {
    let mut row = student(5, CANARY);
    row.callees.iter_mut().for_each(|callee| callee.name = format!("{CANARY} senior"));
    let matched = MatchRow {
        id: [5; 16].into(),
        student_id: [5; 16].into(),
        start_day: today().minus(30).number(),
        wake_up_calls: false,
    };
    let (students, matches) = (Some(vec![row]), Some(vec![matched]));
    hear(
        core,
        Rows { students, matches, attendance: Some(vec![absence(5, "2025-10-13", 2)]), ..Rows::default() },
    );
}

fn note(core: &mut Core, text: &str) -> EntryKey {
    let (match_id, day, text) = (match_id(5), today(), text.to_owned());
    tap(
        core,
        Request::AddNote { match_id, day, text, audience: Audience::Match, class: NoteClass::Shareable },
    )
}

/// The hash prefixes of what waits of the canary.
fn waiting(core: &Core) -> Vec<[u8; 8]> {
    let unsent = change::unsent(&core.db).unwrap().into_iter().filter(|one| one.match_id == match_id(5));
    unsent.map(|unsent| inspect(&unsent.bytes).unwrap().hash.prefix()).collect()
}

fn acknowledge(core: &mut Core) {
    let last = waiting(core).pop().unwrap();
    let acknowledged = Acknowledged::new(last.to_vec().into());
    core.apply_answer(&answer([acknowledged.into()]), &[Pushed::of(match_id(5), &[])]).unwrap();
}

/// An answer of the server so much later.
fn later(seconds: i64) -> Vec<u8> {
    let mut body = Vec::new();
    Down::from(Welcome::new([7; 8].into(), TUESDAY_MORNING + seconds, None, None, None)).write(&mut body);
    Down::from(Done::new(6, false, None)).write(&mut body);
    body
}

/// A phone with the canary in its database, its log, its spare copy and in a damaged database that was set aside.
fn with_the_canary_everywhere() -> (TempDir, Core) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("daymark.sqlite");
    drop(opened(folder.path()));
    drop(paired_over(daymark_sqlite::open(&file, None, MIGRATIONS).unwrap()));
    let mut core = opened(folder.path());
    the_canary_comes(&mut core);
    note(&mut core, CANARY);
    drop(core);
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[4_096..8_192].fill(0xff);
    std::fs::write(&file, bytes).unwrap();
    let mut core = opened(folder.path());
    hear(&mut core, Rows { school: Some(recorded_through(today().minus(1))), ..Rows::default() });
    the_canary_comes(&mut core);
    note(&mut core, &format!("{CANARY} again"));
    let draft = format!("{CANARY} in a draft");
    core.answer(Request::KeepDraft { match_id: match_id(5), of: daymark_domain::DraftOf::Note, text: draft })
        .unwrap();
    (folder, core)
}

#[test]
fn of_a_student_who_has_left_no_file_of_the_phone_holds_a_byte() {
    let (folder, mut core) = with_the_canary_everywhere();
    let before = files_with(folder.path(), CANARY);
    let has = |start: &str| before.iter().any(|name| name.starts_with(start));
    assert!(has("daymark.sqlite") && has("spare.sqlite") && has("daymark.damaged-"), "{before:?}");
    acknowledge(&mut core);
    core.apply_answer(&answer([Revoked::new([5; 16].into(), None).into()]), &[]).unwrap();
    assert_eq!(files_with(folder.path(), CANARY), Vec::<String>::new());
    assert_eq!(files_with(folder.path(), "daymark.damaged-"), Vec::<String>::new());
    drop(core);
    assert_eq!(files_with(folder.path(), CANARY), Vec::<String>::new(), "nor once it is closed");
}

#[test]
fn what_a_student_who_has_left_still_has_to_be_handed_in_is_all_that_stays_and_then_goes_too() {
    let (folder, mut core) = with_the_canary_everywhere();
    core.apply_answer(&answer([Revoked::new([5; 16].into(), None).into()]), &[]).unwrap();
    assert!(!files_with(folder.path(), CANARY).is_empty(), "two notes wait for the school");
    assert!(files_with(folder.path(), "senior").is_empty(), "and nothing of the student or the family");
    assert_eq!(waiting(&core).len(), 2);
    acknowledge(&mut core);
    assert_eq!(files_with(folder.path(), CANARY), Vec::<String>::new());
}

#[test]
fn what_the_server_refused_of_a_student_who_has_left_goes_after_thirty_days() {
    let (folder, mut core) = with_the_canary_everywhere();
    let refused = waiting(&core).into_iter();
    let refused =
        refused.map(|hash| Down::from(Refused::new([5; 16].into(), hash.into(), "match-ended".to_owned())));
    let gone = Down::from(Revoked::new([5; 16].into(), None));
    core.apply_answer(&answer([gone].into_iter().chain(refused)), &[]).unwrap();
    core.apply_answer(&later(THIRTY_DAYS - 1), &[]).unwrap();
    assert_eq!(core.status().unwrap().refused, 2, "the mentor can still copy it");
    core.apply_answer(&later(THIRTY_DAYS), &[]).unwrap();
    assert_eq!(core.status().unwrap().refused, 0);
    assert_eq!(files_with(folder.path(), CANARY), Vec::<String>::new());
}

#[test]
fn of_an_erased_match_not_even_what_waits_stays() {
    let (folder, mut core) = with_the_canary_everywhere();
    core.apply_answer(&answer([Revoked::new([5; 16].into(), Some(true)).into()]), &[]).unwrap();
    assert_eq!(unsent(&core), 0);
    assert_eq!(files_with(folder.path(), CANARY), Vec::<String>::new());
}

/// The network breaks off after the school's word was heard.
struct NoNetwork;

impl LeaveApi for NoNetwork {
    async fn hand_in(&self, _: &str, _: Vec<u8>) -> Result<Answered, LinkError> {
        Err(LinkError::NoConnection)
    }

    async fn wiped(&self, _: &str) -> Result<(), LinkError> {
        Err(LinkError::NoConnection)
    }
}

#[tokio::test]
async fn of_a_phone_that_was_shut_out_no_file_holds_a_byte_whether_its_mentor_left_or_it_was_lost() {
    for action in [Leaving::Left, Leaving::Lost] {
        let (folder, mut core) = with_the_canary_everywhere();
        if action == Leaving::Left {
            // What waits is handed in first; here the school has it already.
            acknowledge(&mut core);
        }
        core.change(|tx| Ok(trust::pin(tx, Some(&[5; 32]), None)?)).unwrap();
        assert!(files_with(folder.path(), CANARY).len() >= 3, "nothing to take away");
        let core = Rc::new(RefCell::new(core));
        leave(&core, &NoNetwork, &Word { action }).await.unwrap();
        for word in [CANARY, "senior", "Carmen", "+1 555 0100", "Example"] {
            assert_eq!(
                files_with(folder.path(), word),
                Vec::<String>::new(),
                "{word}, {action:?}, still open"
            );
        }
        drop(core);
        for word in [CANARY, "senior", "Carmen", "+1 555 0100", "Example"] {
            assert_eq!(files_with(folder.path(), word), Vec::<String>::new(), "{word}, {action:?}, closed");
        }
    }
}

#[test]
fn a_damaged_database_is_kept_for_thirty_days_and_what_was_read_of_it_stays_read() {
    let (folder, core) = with_the_canary_everywhere();
    drop(core);
    let damaged = || {
        let names = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_string_lossy().starts_with("daymark.damaged-")).count()
    };
    let at = |seconds: i64| {
        let clock = Rc::new(move || TUESDAY_MORNING + seconds);
        let mut core = open_with(&mut Folder::at(folder.path()), None, None, clock).unwrap();
        core.apply_answer(&answer([]), &[]).unwrap();
        core
    };
    let mut core = at(THIRTY_DAYS - 1);
    core.answer(Request::ReadDamage).unwrap();
    drop(core);
    assert!(damaged() > 0);
    let mut core = at(THIRTY_DAYS);
    assert_eq!(damaged(), 0);
    assert!(matches!(core.answer(Request::SetAside), Ok(Reply::SetAside(view)) if view.damage.is_none()));
}
