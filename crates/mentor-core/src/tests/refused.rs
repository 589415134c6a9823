//! What the school refuses never stops the rest, and copies of one phone come together again.

use std::collections::{BTreeMap, BTreeSet};

use daymark_documents::{MatchRecord, Said, Writer, inspect, said};
use daymark_domain::{Audience, What};
use daymark_protocol::{Refused, Snapshot};

use super::*;
use crate::api::{RefusalReason, SetAsideView, SetAsideWhat};
use crate::sync::Pushed;

/// The school's end of a sync: the real gate, and whatever else it does not want.
#[derive(Default)]
struct Gate {
    records: BTreeMap<MatchId, MatchRecord>,
    unwanted: Vec<&'static str>,
    /// How many exchanges there were.
    exchanges: u32,
}

fn writer_of(bytes: &[u8]) -> Writer {
    let actor = inspect(bytes).unwrap().actor;
    let generations = (0..9).map(|n| Writer::of_device(&[9; 16], &DeviceTag::from_serial(11), n));
    generations.into_iter().find(|writer| writer.actor[..] == actor[..]).unwrap()
}

impl Gate {
    fn record(&mut self, id: MatchId) -> &mut MatchRecord {
        self.records.entry(id).or_insert_with(|| MatchRecord::new().unwrap())
    }

    fn judge(&mut self, id: MatchId, bytes: &[u8]) -> Result<(), &'static str> {
        let unwanted = matches!(said(bytes), Some(Said::Entry(entry))
            if matches!(entry.what(), What::Note { text, .. } if self.unwanted.contains(&text.as_str())));
        if unwanted {
            return Err("not-allowed");
        }
        let hash = inspect(bytes).unwrap().hash;
        let record = self.record(id);
        if record.holds(&hash) {
            return Ok(());
        }
        record.admit(&writer_of(bytes), bytes).map(drop).map_err(|refusal| refusal.code())
    }

    /// One request and its answer. What the phone lacks of other copies comes as snapshots when it starts over.
    fn exchange(&mut self, core: &mut Core) -> bool {
        self.exchanges += 1;
        let starts_over = core.phone().unwrap().cursor == 0;
        let (mut pushed, mut held, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let unsent = change::unsent(&core.db).unwrap();
        for of_match in unsent.chunk_by(|one, other| one.match_id == other.match_id) {
            let id = of_match[0].match_id;
            let mut last = [0; 8];
            for change in of_match {
                let hash = inspect(&change.bytes).unwrap().hash.prefix();
                match self.judge(id, &change.bytes) {
                    Ok(()) => last = hash,
                    Err(code) => {
                        refused.push(Refused::new((*id.as_bytes()).into(), hash.into(), code.to_owned()))
                    }
                }
            }
            pushed.push(id);
            held.extend(last);
        }
        let mut frames = vec![Down::from(Acknowledged::new(held.into()))];
        frames.extend(refused.into_iter().map(Down::from));
        if starts_over {
            let all = self.records.iter();
            frames.extend(all.map(|(id, record)| {
                Down::from(Snapshot::new((*id.as_bytes()).into(), record.save().into()))
            }));
        }
        core.apply_answer(&answer(frames), &pushed.iter().map(|id| Pushed::of(*id, &[])).collect::<Vec<_>>())
            .unwrap()
            .more
    }

    /// As `run_once`: until both sides have everything.
    fn sync(&mut self, core: &mut Core) {
        for _ in 0..12 {
            if !self.exchange(core) && unsent(core) == 0 {
                return;
            }
        }
        panic!("the outbox does not drain: {} are left", unsent(core));
    }

    fn texts(&mut self, n: u8) -> Vec<String> {
        texts_in(self.record(match_id(n)))
    }
}

fn texts_in(record: &MatchRecord) -> Vec<String> {
    let standing = record.view().entries.into_iter().filter(|entry| !entry.is_voided());
    standing
        .filter_map(|entry| match entry.what {
            What::Note { text, .. } => Some(text.as_str().to_owned()),
            _ => None,
        })
        .collect()
}

fn note(core: &mut Core, n: u8, text: &str) -> EntryKey {
    tap(
        core,
        Request::AddNote {
            match_id: match_id(n),
            day: today(),
            text: text.to_owned(),
            audience: Audience::Match,
            class: NoteClass::Shareable,
        },
    )
}

fn set_aside(core: &mut Core) -> SetAsideView {
    match core.answer(Request::SetAside) {
        Ok(Reply::SetAside(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn refused_texts(core: &mut Core) -> Vec<String> {
    let text = |row: crate::api::SetAsideRow| match row.what {
        Some(SetAsideWhat::Entry { what: What::Note { text, .. }, .. }) => text.as_str().to_owned(),
        other => format!("{other:?}"),
    };
    let mut texts: Vec<_> = set_aside(core).rows.into_iter().map(text).collect();
    texts.sort();
    texts
}

fn assert_same_record(core: &Core, gate: &mut Gate, n: u8) {
    assert_eq!(core.record_hash(match_id(n)).unwrap(), gate.record(match_id(n)).canonical_hash());
}

#[test]
fn the_first_entry_of_a_record_is_refused_and_all_that_came_after_it_arrives() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no"], ..Gate::default() };
    note(&mut core, 1, "no");
    for text in ["one", "two", "three"] {
        note(&mut core, 1, text);
    }
    core.answer(Request::MarkCalendarDay {
        match_id: match_id(1),
        day: today(),
        mark: CalendarMark::Present,
    })
    .unwrap();
    note(&mut core, 2, "another student's");
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["one", "two", "three"]);
    assert_eq!(gate.texts(2), ["another student's"]);
    assert_eq!(gate.exchanges, 2, "the refused one costs one exchange more");
    assert_same_record(&core, &mut gate, 1);
    let status = core.status().unwrap();
    assert_eq!((status.unsent, status.refused), (0, 1));
    let row = set_aside(&mut core).rows.remove(0);
    assert_eq!((row.student.as_deref(), row.reason), (Some("Amir Example"), RefusalReason::NotUnderstood));
    assert_eq!(refused_texts(&mut core), ["no"], "word for word");
    assert_eq!(page(&mut core, 1).log.len(), 3, "the student's page shows what the school has");
}

#[test]
fn several_are_refused_at_once_in_several_records() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no", "nor this"], ..Gate::default() };
    for n in [1, 2] {
        for text in ["a", "no", "b", "nor this", "c"] {
            note(&mut core, n, text);
        }
    }
    gate.sync(&mut core);
    for n in [1, 2] {
        assert_eq!(gate.texts(n), ["a", "b", "c"]);
        assert_same_record(&core, &mut gate, n);
    }
    assert_eq!(refused_texts(&mut core), ["no", "no", "nor this", "nor this"]);
    assert_eq!(gate.exchanges, 2);
    // And the phone goes on writing, under the new name.
    note(&mut core, 1, "d");
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["a", "b", "c", "d"]);
}

#[test]
fn an_entry_that_is_written_anew_is_still_taken_back_by_the_key_that_the_screen_holds() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no"], ..Gate::default() };
    note(&mut core, 1, "no");
    let kept = note(&mut core, 1, "taken back before");
    core.answer(Request::VoidEntry { match_id: match_id(1), key: kept }).unwrap();
    let later = note(&mut core, 1, "taken back later");
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["taken back later"], "the taking back followed its entry to the new key");
    core.answer(Request::VoidEntry { match_id: match_id(1), key: later }).unwrap();
    gate.sync(&mut core);
    assert!(gate.texts(1).is_empty());
    assert_same_record(&core, &mut gate, 1);
}

#[test]
fn what_was_taken_back_before_it_was_refused_asks_for_no_decision() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no"], ..Gate::default() };
    let refused = note(&mut core, 1, "no");
    core.answer(Request::VoidEntry { match_id: match_id(1), key: refused }).unwrap();
    note(&mut core, 1, "yes");
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["yes"]);
    assert!(set_aside(&mut core).rows.is_empty());
    assert_eq!(core.status().unwrap().refused, 0);
}

#[test]
fn a_mentor_writes_again_what_was_refused_or_discards_it() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no"], ..Gate::default() };
    note(&mut core, 1, "no");
    gate.sync(&mut core);
    let id = |core: &mut Core| set_aside(core).rows[0].id;
    // Refused a second time: aside again, and no loop.
    let again = id(&mut core);
    core.answer(Request::WriteAgain { id: again }).unwrap();
    assert_eq!(core.status().unwrap().refused, 0);
    gate.sync(&mut core);
    assert_eq!(refused_texts(&mut core), ["no"]);
    gate.unwanted.clear();
    let again = id(&mut core);
    core.answer(Request::WriteAgain { id: again }).unwrap();
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["no"]);
    assert_same_record(&core, &mut gate, 1);

    gate.unwanted.push("nor this");
    note(&mut core, 1, "nor this");
    gate.sync(&mut core);
    let last = id(&mut core);
    core.answer(Request::DiscardSetAside { id: last }).unwrap();
    assert!(set_aside(&mut core).rows.is_empty());
    assert_eq!(core.answer(Request::WriteAgain { id: last }), Err(Failure::NoSuchEntry));
}

#[test]
fn a_snapshot_in_between_changes_nothing_of_it() {
    let (mut core, _) = paired();
    let mut gate = Gate { unwanted: vec!["no"], ..Gate::default() };
    note(&mut core, 1, "sent before");
    gate.sync(&mut core);
    for text in ["no", "after"] {
        note(&mut core, 1, text);
    }
    let whole = gate.record(match_id(1)).save();
    let snapshot = Snapshot::new([1; 16].into(), whole.into());
    core.apply_answer(&answer([snapshot.clone().into()]), &[]).unwrap();
    gate.exchange(&mut core);
    core.apply_answer(&answer([snapshot.into()]), &[]).unwrap();
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["sent before", "after"]);
    assert_same_record(&core, &mut gate, 1);
}

#[test]
fn a_match_that_ended_too_long_ago_is_set_aside_as_a_whole() {
    let (mut core, _) = paired();
    for text in ["one", "two"] {
        note(&mut core, 1, text);
    }
    let unsent_now = change::unsent(&core.db).unwrap();
    let refusals = unsent_now.iter().map(|change| {
        let hash = inspect(&change.bytes).unwrap().hash.prefix();
        Down::from(Refused::new([1; 16].into(), hash.into(), "match-ended".to_owned()))
    });
    let gone = Down::from(Revoked::new([1; 16].into(), None));
    core.apply_answer(&answer([gone].into_iter().chain(refusals)), &[]).unwrap();
    assert_eq!((unsent(&core), refused_texts(&mut core)), (0, vec!["one".to_owned(), "two".to_owned()]));
    let row = &set_aside(&mut core).rows[0];
    assert_eq!((row.student.clone(), row.reason), (None, RefusalReason::NotYourStudent));
    assert_eq!(core.answer(Request::WriteAgain { id: row.id }), Err(Failure::NoSuchMatch));
}

#[test]
fn a_change_that_waits_for_another_goes_behind_it_and_is_never_taken_for_sent() {
    let (mut core, _) = paired();
    let mut gate = Gate::default();
    note(&mut core, 1, "first");
    let first = change::unsent(&core.db).unwrap().remove(0);
    gate.sync(&mut core);
    note(&mut core, 1, "second");
    // The server has lost the first; it comes back into the outbox behind the second.
    gate.records.clear();
    let hash = inspect(&first.bytes).unwrap().hash.0;
    core.db.execute("DELETE FROM change WHERE hash = ?1", [hash]).unwrap();
    core.db
        .execute(
            "INSERT INTO change (match_id, hash, bytes, state) VALUES (?1, ?2, ?3, 'unsent')",
            daymark_sqlite::rusqlite::params![first.match_id.as_bytes(), hash, first.bytes],
        )
        .unwrap();
    gate.exchange(&mut core);
    assert_eq!(unsent(&core), 1, "the second was refused, and the first does not cover it");
    gate.sync(&mut core);
    assert_eq!(gate.texts(1), ["first", "second"]);
    assert_eq!(core.status().unwrap().refused, 0);
}

/// Two copies of one phone after the same evening, as a restored backup leaves them.
fn clones(gate: &mut Gate) -> [Core; 2] {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    let (mut core, _) = paired_over(daymark_sqlite::open(&one, None, MIGRATIONS).unwrap());
    note(&mut core, 1, "before");
    gate.sync(&mut core);
    core.db.execute("VACUUM INTO ?1", [other.to_str().unwrap()]).unwrap();
    let copy = core_over(daymark_sqlite::open(&other, None, MIGRATIONS).unwrap()).0;
    // The files are open; their names may go.
    drop(folder);
    [core, copy]
}

#[test]
fn two_clones_of_a_phone_that_both_write_lose_nothing_and_come_together() {
    for order in [[0, 1, 0, 1, 0, 1], [1, 0, 0, 1, 1, 0], [0, 0, 1, 1, 0, 1]] {
        let mut gate = Gate::default();
        let mut cores = clones(&mut gate);
        for (n, core) in cores.iter_mut().enumerate() {
            note(core, 1, &format!("clone {n}, same student"));
            note(core, 1, &format!("clone {n}, once more"));
            note(core, 2, &format!("clone {n}, another student"));
        }
        for (turn, n) in order.into_iter().enumerate() {
            gate.sync(&mut cores[n]);
            note(&mut cores[n], 1, &format!("turn {turn}"));
            gate.sync(&mut cores[n]);
        }
        // What a copy lacks of the other's comes with the next snapshot.
        for core in &mut cores {
            core.change(|tx| Ok(phone::set_cursor(tx, None, 0)?)).unwrap();
            gate.sync(core);
        }
        let texts: BTreeSet<_> = gate.texts(1).into_iter().chain(gate.texts(2)).collect();
        assert_eq!(texts.len(), 1 + 6 + order.len(), "{order:?}: {texts:?}");
        for core in &cores {
            for n in [1, 2] {
                assert_same_record(core, &mut gate, n);
            }
            assert_eq!((unsent(core), core.status().unwrap().refused), (0, 0));
        }
        let generations = cores.each_ref().map(|core| core.phone().unwrap().generation);
        assert_ne!(generations[0], generations[1], "they write under different names");
    }
}
