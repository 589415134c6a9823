//! A damaged database is found, set aside and made anew, and nothing that only this phone had is lost.

use std::path::Path;

use daymark_documents::{Said, said};
use daymark_sqlite::DatabaseKey;
use tempfile::TempDir;

use super::*;
use crate::api::{DamageView, SetAsideView};
use crate::open::{Folder, Place, open};

const KEY: DatabaseKey = DatabaseKey([3; 32]);
const PAGE: usize = 4096;

/// A phone with sent and unsent entries, closed: its files as they lie on the disk.
struct Closed {
    folder: TempDir,
    files: Vec<(String, Vec<u8>)>,
    /// The hashes of what waits.
    outbox: Vec<[u8; 32]>,
    entries: usize,
}

fn opened(folder: &Path) -> Result<Core, Failure> {
    open(&mut Folder::at(folder), &KEY, None, Rc::new(|| TUESDAY_MORNING))
}

fn outbox(core: &Core) -> Vec<[u8; 32]> {
    let unsent = change::unsent(&core.db).unwrap();
    let mut hashes: Vec<_> =
        unsent.iter().map(|unsent| daymark_documents::inspect(&unsent.bytes).unwrap().hash.0).collect();
    hashes.sort_unstable();
    hashes
}

fn set_aside(core: &mut Core) -> SetAsideView {
    match core.answer(Request::SetAside) {
        Ok(Reply::SetAside(view)) => view,
        other => panic!("{other:?}"),
    }
}

/// In memory where the platform has such a place: thousands of files are made here, and none has to outlive a lost power.
fn scratch() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// `DAYMARK_EVERY=1`: at every place. Otherwise at so few that it takes seconds, with a prime between them.
fn every(usual: usize) -> usize {
    std::env::var("DAYMARK_EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(usual)
}

fn closed() -> Closed {
    let folder = scratch();
    drop(opened(folder.path()).unwrap());
    let db = daymark_sqlite::open(&folder.path().join("daymark.sqlite"), Some(&KEY), MIGRATIONS).unwrap();
    drop(paired_over(db));
    let mut core = opened(folder.path()).unwrap();
    for n in 1..=3 {
        greet(&mut core, n, DoorResult::Greeted).unwrap();
    }
    let sent = change::unsent(&core.db).unwrap();
    let ids: Vec<_> = sent.iter().map(|unsent| Pushed::of(unsent.match_id, &[])).collect();
    let prefixes: Vec<u8> = sent
        .iter()
        .flat_map(|unsent| daymark_documents::inspect(&unsent.bytes).unwrap().hash.prefix())
        .collect();
    core.apply_answer(&answer([Acknowledged::new(prefixes.into()).into()]), &ids).unwrap();
    for n in 1..=3 {
        let day = today();
        for minutes in [10, 20, 30] {
            tap(&mut core, Request::RecordOneOnOne { match_id: match_id(n), day, minutes });
        }
    }
    let outbox = outbox(&core);
    let entries = page(&mut core, 1).log.len();
    drop(core);
    let files = read_files(folder.path());
    Closed { folder, files, outbox, entries }
}

fn read_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap()))
        .collect()
}

impl Closed {
    fn bytes(&self, name: &str) -> Vec<u8> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, bytes)| bytes.clone()).unwrap()
    }

    /// The folder as it was, but for one file.
    fn put_back(&self, name: &str, bytes: Option<&[u8]>, without: &[&str]) {
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        for (known, whole) in &self.files {
            if !without.contains(&known.as_str()) {
                let whole = if known == name { bytes.unwrap_or(whole) } else { whole };
                std::fs::write(self.folder.path().join(known), whole).unwrap();
            }
        }
    }

    fn damaged_files(&self) -> usize {
        let names = read_files(self.folder.path()).into_iter().map(|(name, _)| name);
        names.filter(|name| name.starts_with("daymark.damaged-")).count()
    }
}

/// What a walk over all places came to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Walk {
    places: usize,
    found: usize,
    harmless: usize,
    pairings_lost: usize,
    changes_lost: usize,
    told_as_lost: usize,
}

fn walk(closed: &Closed, name: &str, damaged: Vec<Vec<u8>>, without: &[&str]) -> Walk {
    let mut walk = Walk::default();
    for bytes in damaged {
        walk.places += 1;
        closed.put_back(name, Some(&bytes), without);
        let mut core = opened(closed.folder.path()).unwrap();
        let damage = set_aside(&mut core).damage;
        let waits = outbox(&core);
        let lost = closed.outbox.iter().filter(|hash| !waits.contains(hash)).count();
        walk.changes_lost += lost;
        match damage {
            Some(DamageView { lost: told, paired, .. }) => {
                walk.found += 1;
                walk.told_as_lost += told as usize;
                walk.pairings_lost += usize::from(!paired);
                assert!(closed.damaged_files() > 0, "what was damaged is kept");
                if paired {
                    let phone = core.phone().unwrap();
                    assert_eq!((phone.cursor, phone.generation), (0, 1), "all comes again, under a new name");
                }
            }
            None => {
                assert_eq!(
                    page(&mut core, 1).log.len(),
                    closed.entries,
                    "not said to be damaged, so it is whole"
                );
                assert_eq!((closed.damaged_files(), lost), (0, 0));
                walk.harmless += 1;
            }
        }
    }
    walk
}

fn bit_flips(whole: &[u8]) -> Vec<Vec<u8>> {
    let flipped = |page: usize| {
        let mut bytes = whole.to_vec();
        // Another place in each page.
        let place = page * PAGE + (page * 977 + 131) % PAGE;
        bytes[place] ^= 1 << (page % 8);
        bytes
    };
    (0..whole.len() / PAGE).step_by(every(5)).map(flipped).collect()
}

fn truncations(whole: &[u8]) -> Vec<Vec<u8>> {
    (0..whole.len()).step_by(512 * every(43)).map(|end| whole[..end].to_vec()).collect()
}

#[test]
fn a_bit_flipped_in_any_page_is_found_and_loses_nothing() {
    let closed = closed();
    let whole = closed.bytes("daymark.sqlite");
    let with = walk(&closed, "daymark.sqlite", bit_flips(&whole), &[]);
    println!("a bit flipped in each page: {with:?}");
    assert_eq!(with.found, with.places, "every page is sealed");
    assert_eq!((with.pairings_lost, with.changes_lost), (0, 0));
    // As in a browser, where there is no second file.
    let without = walk(&closed, "daymark.sqlite", bit_flips(&whole), &["spare.sqlite"]);
    println!("the same without a spare copy: {without:?}");
    assert_eq!(without.found, without.places);
}

#[test]
fn a_database_cut_anywhere_is_found_and_loses_nothing() {
    let closed = closed();
    let whole = closed.bytes("daymark.sqlite");
    let with = walk(&closed, "daymark.sqlite", truncations(&whole), &[]);
    println!("cut at each 512 bytes: {with:?}");
    assert_eq!((with.found, with.pairings_lost, with.changes_lost), (with.places, 0, 0));
}

#[test]
fn a_damaged_spare_copy_is_made_anew_and_nobody_is_troubled() {
    let closed = closed();
    let whole = closed.bytes("spare.sqlite");
    let damaged = bit_flips(&whole).into_iter().chain(truncations(&whole)).collect();
    let found = walk(&closed, "spare.sqlite", damaged, &[]);
    println!("a damaged spare copy: {found:?}");
    assert_eq!((found.harmless, found.changes_lost), (found.places, 0));
}

/// The last entries lie in the log file alone when the power goes.
#[test]
fn a_log_file_that_was_cut_or_changed_takes_nothing_back() {
    let folder = scratch();
    let mut core = {
        drop(opened(folder.path()).unwrap());
        let db = daymark_sqlite::open(&folder.path().join("daymark.sqlite"), Some(&KEY), MIGRATIONS).unwrap();
        drop(paired_over(db));
        opened(folder.path()).unwrap()
    };
    for n in 1..=3 {
        greet(&mut core, n, DoorResult::Greeted).unwrap();
    }
    let (outbox, entries) = (outbox(&core), page(&mut core, 1).log.len());
    // Copied while open, as a lost power leaves it.
    let files = read_files(folder.path());
    let copy = scratch();
    let closed = Closed { folder: copy, files, outbox, entries };
    let whole = closed.bytes("daymark.sqlite-wal");
    assert!(whole.len() > 4 * PAGE, "the entries are in the log");
    let frames = |whole: &[u8]| -> Vec<Vec<u8>> {
        let frame = PAGE + 24;
        let flipped = |n: usize| {
            let mut bytes = whole.to_vec();
            bytes[32 + n * frame + (n * 613) % frame] ^= 4;
            bytes
        };
        (0..(whole.len() - 32) / frame).step_by(every(7)).map(flipped).collect()
    };
    let damaged = frames(&whole).into_iter().chain(truncations(&whole)).collect();
    let found = walk(&closed, "daymark.sqlite-wal", damaged, &["daymark.sqlite-shm", "spare.sqlite-shm"]);
    println!("a damaged log file: {found:?}");
    assert_eq!((found.pairings_lost, found.changes_lost), (0, 0));
}

#[test]
fn after_the_damage_the_school_gives_everything_back_and_the_outbox_drains() {
    let closed = closed();
    let mut bytes = closed.bytes("daymark.sqlite");
    bytes[PAGE + 7] ^= 1;
    closed.put_back("daymark.sqlite", Some(&bytes), &[]);
    let mut core = opened(closed.folder.path()).unwrap();
    let damage = set_aside(&mut core).damage.unwrap();
    assert_eq!((damage.rescued, damage.lost, damage.paired), (9, 0, true));
    assert!(core.status().unwrap().mentor.is_some());
    core.answer(Request::ReadDamage).unwrap();
    assert_eq!(set_aside(&mut core).damage, None);
    let minutes = change::unsent(&core.db).unwrap().iter().filter_map(|unsent| said(&unsent.bytes)).count();
    assert_eq!(minutes, 9);
    assert!(
        change::unsent(&core.db)
            .unwrap()
            .iter()
            .all(|unsent| matches!(said(&unsent.bytes), Some(Said::Entry(_))))
    );
}

#[test]
fn a_copied_folder_writes_under_another_name_and_the_first_one_keeps_its_own() {
    let closed = closed();
    let other = scratch();
    let open_at = |folder: &Path| {
        let mut place = Folder::at(folder);
        let install = place.install().unwrap();
        open(&mut place, &KEY, Some(&install), Rc::new(|| TUESDAY_MORNING)).unwrap()
    };
    let generation = |core: &Core| core.phone().unwrap().generation;
    assert_eq!(generation(&open_at(closed.folder.path())), 0, "the first time it is only written down");
    for (name, bytes) in read_files(closed.folder.path()) {
        std::fs::write(other.path().join(name), bytes).unwrap();
    }
    let copy = open_at(other.path());
    assert_eq!((generation(&copy), copy.phone().unwrap().cursor), (1, 0));
    drop(copy);
    assert_eq!(generation(&open_at(other.path())), 1, "once");
    assert_eq!(generation(&open_at(closed.folder.path())), 0);
    assert!(Folder::at(other.path()).database().exists());
}
