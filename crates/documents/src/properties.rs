//! What must hold for every history: the merge, the gate, and nothing lost.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed, and says where")]

use std::collections::BTreeSet;

use daymark_domain::{CalendarMark, DeviceTag, DoorResult, EntryKey, SchoolDay, What};
use proptest::prelude::*;

use crate::any_what::any_what;
use crate::{ChangeHash, MatchRecord, Refusal, Writer};

fn writer(serial: u32) -> Writer {
    Writer::of_device(&[u8::try_from(serial).unwrap(); 16], &DeviceTag::from_serial(serial), 0)
}

fn day(number: i32) -> SchoolDay {
    SchoolDay::from_number(20_000 + number).unwrap()
}

/// One thing that happens to one of three phones of a mentor.
#[derive(Clone, Debug)]
enum Event {
    Write { phone: usize, what: What, day: i32 },
    Mark { phone: usize, day: i32, mark: CalendarMark },
    Void { phone: usize, nth: usize },
    Meet { one: usize, other: usize },
}

fn event() -> impl Strategy<Value = Event> {
    let phone = 0..3_usize;
    prop_oneof![
        4 => (phone.clone(), any_what(), 0..10).prop_map(|(phone, what, day)| Event::Write { phone, what, day }),
        3 => (phone.clone(), 0..4, proptest::sample::select(CalendarMark::ALL))
            .prop_map(|(phone, day, mark)| Event::Mark { phone, day, mark }),
        1 => (phone.clone(), 0..20_usize).prop_map(|(phone, nth)| Event::Void { phone, nth }),
        2 => (phone.clone(), phone).prop_map(|(one, other)| Event::Meet { one, other }),
    ]
}

/// The phones, every change, and every entry key that was ever written.
type Played = (Vec<MatchRecord>, Vec<(ChangeHash, Vec<u8>)>, BTreeSet<EntryKey>);

/// Plays a history on three phones.
fn play(history: &[Event]) -> Played {
    let mut phones = vec![MatchRecord::new().unwrap(); 3];
    let mut changes = Vec::new();
    let mut keys = BTreeSet::new();
    for (at, event) in (0..).zip(history) {
        let written = match event {
            Event::Write { phone, what, day: on } => {
                let written = phones[*phone].add_entry(&writer(*phone as u32), day(*on), at, what).unwrap();
                keys.extend(written.key.clone());
                written
            }
            Event::Mark { phone, day: on, mark } => {
                let marked = phones[*phone].mark_day(&writer(*phone as u32), day(*on), *mark).unwrap();
                let Some(written) = marked else { continue };
                written
            }
            Event::Void { phone, nth } => {
                let Some(target) = phones[*phone].view().entries.get(*nth).map(|entry| entry.key.clone())
                else {
                    continue;
                };
                phones[*phone].void_entry(&writer(*phone as u32), day(0), at, &target).unwrap()
            }
            Event::Meet { one, other } => {
                let theirs: Vec<_> = phones[*other].changes().into_iter().map(|(_, bytes)| bytes).collect();
                phones[*one].apply(&theirs).unwrap();
                continue;
            }
        };
        changes.push((written.hash, written.bytes));
    }
    (phones, changes, keys)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_entry_of_any_kind_says_after_the_journey_what_was_said(what in any_what()) {
        let mut phone = MatchRecord::new().unwrap();
        let written = phone.add_entry(&writer(1), day(1), 5, &what).unwrap();
        let mut server = MatchRecord::new().unwrap();
        prop_assert_eq!(server.admit(&writer(1), &written.bytes).map(|inspected| inspected.hash), Ok(written.hash));
        let entries = MatchRecord::load(&server.save()).unwrap().view().entries;
        prop_assert_eq!(&entries[0].what, &what);
        prop_assert_eq!(entries.len(), 1);
    }

    #[test]
    fn any_order_doubling_and_partition_of_changes_gives_the_same_view(
        history in proptest::collection::vec(event(), 1..40),
        order in any::<u64>(),
        parts in 1..5_usize,
    ) {
        let (_, changes, keys) = play(&history);
        let mut in_order = MatchRecord::new().unwrap();
        let all: Vec<_> = changes.iter().map(|(_, bytes)| bytes.clone()).collect();
        in_order.apply(&all).unwrap();

        let mut shuffled = all.clone();
        shuffled.extend(all.iter().take(all.len() / 2).cloned());
        let mut state = order | 1;
        for at in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(at, (state >> 33) as usize % (at + 1));
        }
        // Parts may lack what they depend on: they are refused whole, and asked for again.
        let mut other = MatchRecord::new().unwrap();
        let size = shuffled.len().div_ceil(parts).max(1);
        for part in shuffled.chunks(size) {
            let _ = other.apply(part);
        }
        other.apply(&shuffled).unwrap();

        prop_assert_eq!(other.canonical_hash(), in_order.canonical_hash());
        prop_assert_eq!(other.view(), in_order.view());
        prop_assert_eq!(other.canonical_hash(), crate::canonical::tests::field_by_field(&other));
        let seen: BTreeSet<_> = other.view().entries.into_iter().map(|entry| entry.key).collect();
        prop_assert_eq!(seen, keys, "what a phone wrote is never lost");
        let reloaded = MatchRecord::load(&other.save()).unwrap();
        prop_assert_eq!(reloaded.canonical_hash(), other.canonical_hash());
    }

    #[test]
    fn every_honest_change_passes_the_gate(history in proptest::collection::vec(event(), 1..40)) {
        let (_, changes, _) = play(&history);
        let mut server = MatchRecord::new().unwrap();
        for (hash, bytes) in &changes {
            let serial = (0..3).find(|&n| crate::inspect(bytes).unwrap().actor == writer(n).actor).unwrap();
            prop_assert_eq!(server.admit(&writer(serial), bytes).map(|inspected| inspected.hash), Ok(*hash));
        }
    }

    #[test]
    fn damaged_bytes_never_pass_and_never_panic(flip in any::<(usize, u8)>(), noise in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut record = MatchRecord::new().unwrap();
        let before = record.canonical_hash();
        let written = record.clone().add_entry(&writer(1), day(1), 5, &What::DoorCheck(DoorResult::Greeted)).unwrap();
        let mut damaged = written.bytes.clone();
        let at = flip.0 % damaged.len();
        damaged[at] ^= flip.1 | 1;
        prop_assert!(record.admit(&writer(1), &damaged).is_err());
        prop_assert!(record.admit(&writer(1), &noise).is_err());
        prop_assert_eq!(record.canonical_hash(), before);
    }
}

#[test]
fn two_phones_that_disagree_on_a_day_are_both_shown() {
    let mut one = MatchRecord::new().unwrap();
    let mut other = one.clone();
    let put = one.mark_day(&writer(1), day(1), CalendarMark::Present).unwrap().unwrap();
    let taken = other.mark_day(&writer(2), day(1), CalendarMark::Cleared).unwrap().unwrap();
    one.apply(&[taken.bytes]).unwrap();
    other.apply(&[put.bytes]).unwrap();
    assert_eq!(one.view().marks[&day(1)], CalendarMark::ALL.iter().copied().collect());
    assert_eq!(one.canonical_hash(), other.canonical_hash());
    assert_eq!(one.canonical_hash(), crate::canonical::tests::field_by_field(&one));
    // The next mark has seen both and settles it.
    one.mark_day(&writer(1), day(1), CalendarMark::Present).unwrap();
    assert_eq!(one.view().marks[&day(1)].len(), 1);
}

#[test]
fn an_entry_taken_back_stays_in_the_history() {
    let mut record = MatchRecord::new().unwrap();
    let tap = record.add_entry(&writer(1), day(1), 5, &What::DoorCheck(DoorResult::Greeted)).unwrap();
    record.void_entry(&writer(1), day(1), 6, &tap.key.unwrap()).unwrap();
    let view = record.view();
    assert_eq!(view.entries.len(), 1);
    assert_eq!(view.entries[0].voided_at, Some(6));
    assert_eq!(view.entries[0].what, What::DoorCheck(DoorResult::Greeted));
}

#[test]
fn what_a_newer_version_wrote_survives_and_shows_as_unknown() {
    use automerge::transaction::Transactable;
    let mut newer = MatchRecord::new().unwrap();
    let (entries, _) = crate::genesis::maps(&newer.doc).unwrap();
    newer.doc.set_actor(writer(9).actor.to_vec().into());
    let made = newer.doc.transact(|tx| {
        let map = tx.put_object(&entries, "9-1", automerge::ObjType::Map)?;
        tx.put(&map, "kind", "horse_ride")?;
        tx.put(&map, "day", 20_001)?;
        tx.put(&map, "with_whom", "grandmother")
    });
    assert!(made.is_ok());
    let mut older = MatchRecord::new().unwrap();
    let changes: Vec<_> = newer.changes().into_iter().map(|(_, bytes)| bytes).collect();
    older.admit(&writer(9), &changes[0]).unwrap();
    assert_eq!(older.view().entries[0].what, What::Unknown);
    let reloaded = MatchRecord::load(&older.save()).unwrap();
    assert_eq!(reloaded.canonical_hash(), newer.canonical_hash(), "unknown fields survive");
}

#[test]
fn a_word_of_a_newer_version_makes_an_entry_unknown_only_where_it_decides_what_the_entry_means() {
    let with = |field: &'static str, word: &'static str| {
        let mut newer = MatchRecord::new().unwrap();
        let fields = vec![("outcome", "reached_guardian"), ("place", "school")];
        let fields = fields.into_iter().map(|(name, known)| (name, if name == field { word } else { known }));
        let fields = fields.map(|(name, word)| (name, crate::FieldValue::Text(word.to_owned()))).collect();
        let written = newer.add_fields(&writer(1), day(1), 5, "absence_call", fields).unwrap();
        let mut older = MatchRecord::new().unwrap();
        older.admit(&writer(1), &written.bytes).unwrap();
        older.view().entries.remove(0).what
    };
    assert_eq!(with("outcome", "reached_neighbour"), What::Unknown);
    let What::Contact(contact) = with("place", "moon") else { panic!("a contact without its place") };
    assert_eq!(contact.place, None);
}

mod refused {
    //! The attacks that were reproduced against Automerge 0.12 (`sync.md` 1.5, `trust.md` section 0).
    use super::*;
    use automerge::transaction::Transactable;
    use automerge::{ActorId, Automerge, ObjType, ROOT, ReadDoc};

    fn raw(serial: u32, fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>)) -> Vec<u8> {
        let mut doc = MatchRecord::new().unwrap().doc;
        change_of(&mut doc, serial, fill)
    }

    fn change_of(
        doc: &mut Automerge,
        serial: u32,
        fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>),
    ) -> Vec<u8> {
        doc.set_actor(ActorId::from(&writer(serial).actor[..]));
        let mut tx = doc.transaction();
        fill(&mut tx);
        let hash = tx.commit().0.unwrap();
        doc.get_change_by_hash(&hash).unwrap().raw_bytes().to_vec()
    }

    fn refusal(bytes: &[u8]) -> Refusal {
        MatchRecord::new().unwrap().admit(&writer(1), bytes).unwrap_err()
    }

    #[test]
    fn a_small_change_with_very_many_operations_is_refused_before_it_is_parsed() {
        let bomb = raw(1, |tx| {
            let list = tx.put_object(ROOT, "list", ObjType::List).unwrap();
            for _ in 0..20_000 {
                tx.insert(&list, 0, ()).unwrap();
            }
        });
        assert!(bomb.len() < 400, "{} bytes", bomb.len());
        assert_eq!(super::super::gate::inspect(&bomb), Err(Refusal::TooLarge));
    }

    #[test]
    fn a_change_under_another_phones_name_is_refused() {
        let stolen =
            MatchRecord::new().unwrap().mark_day(&writer(2), day(1), CalendarMark::Present).unwrap().unwrap();
        assert_eq!(refusal(&stolen.bytes), Refusal::ForeignActor);
    }

    #[test]
    fn a_change_that_depends_on_an_unknown_one_is_refused() {
        let mut ahead = MatchRecord::new().unwrap();
        ahead.mark_day(&writer(1), day(1), CalendarMark::Present).unwrap();
        let second = ahead.mark_day(&writer(1), day(2), CalendarMark::Present).unwrap().unwrap();
        assert_eq!(refusal(&second.bytes), Refusal::UnknownDependency);
    }

    #[test]
    fn a_second_beginning_of_the_record_is_refused() {
        let mut other = Automerge::new();
        let root = change_of(&mut other, 1, |tx| tx.put(ROOT, "schema", 9).unwrap());
        assert_eq!(refusal(&root), Refusal::UnknownDependency);
    }

    #[test]
    fn what_is_no_entry_and_no_mark_is_refused() {
        let entries =
            |tx: &automerge::transaction::Transaction<'_>| tx.get(ROOT, "entries").unwrap().unwrap().1;
        let marks = |tx: &automerge::transaction::Transaction<'_>| tx.get(ROOT, "marks").unwrap().unwrap().1;
        let cases: [(&str, Vec<u8>); 6] = [
            ("a field of the root", raw(1, |tx| tx.put(ROOT, "schema", 2).unwrap())),
            (
                "another map for the entries",
                raw(1, |tx| drop(tx.put_object(ROOT, "entries", ObjType::Map).unwrap())),
            ),
            (
                "an entry under another phone's tag",
                raw(1, |tx| {
                    let entries = entries(tx);
                    tx.put_object(&entries, "2-1", ObjType::Map).unwrap();
                }),
            ),
            (
                "an entry that is no map",
                raw(1, |tx| {
                    let entries = entries(tx);
                    tx.put(&entries, "1-1", "x").unwrap();
                }),
            ),
            (
                "a mark that no calendar knows",
                raw(1, |tx| {
                    let marks = marks(tx);
                    tx.put(&marks, "2026-10-14", "gold star").unwrap();
                }),
            ),
            (
                "a mark on no date",
                raw(1, |tx| {
                    let marks = marks(tx);
                    tx.put(&marks, "tomorrow", "present").unwrap();
                }),
            ),
        ];
        for (what, bytes) in cases {
            assert_eq!(refusal(&bytes), Refusal::NotAllowed, "{what}");
        }
    }

    #[test]
    fn a_field_of_another_type_or_without_measure_is_refused() {
        use automerge::ScalarValue as V;
        let entry = |field: &str, value: V| {
            raw(1, |tx| {
                let entries = tx.get(ROOT, "entries").unwrap().unwrap().1;
                let map = tx.put_object(&entries, "1-1", ObjType::Map).unwrap();
                tx.put(&map, "kind", "one_on_one").unwrap();
                tx.put(&map, field, value).unwrap();
            })
        };
        let refused = [
            ("minutes", V::Str("twenty".into())),
            ("minutes", V::Int(-1)),
            ("minutes", V::Int(1_441)),
            ("minutes", V::Uint(20)),
            ("day", V::Int(i64::MAX)),
            ("at", V::Boolean(true)),
            ("outcome", V::Int(3)),
            ("outcome", V::Str("".into())),
            ("outcome", V::Str("Met her in the library".into())),
            ("place", V::Str("x".repeat(33).into())),
            ("of", V::Str("the goal".into())),
            ("group_id", V::Str("ours".into())),
            ("weekdays", V::Int(128)),
            ("number", V::Int(65_536)),
            ("text", V::Str("x".repeat(8_001).into())),
            ("newer", V::Str("x".repeat(8_001).into())),
            ("newer", V::Bytes(vec![1])),
            ("newer", V::counter(1)),
        ];
        for (field, value) in refused {
            let what = format!("{field}: {value:?}");
            assert_eq!(refusal(&entry(field, value)), Refusal::NotAllowed, "{what}");
        }
        let kept =
            [("minutes", V::Int(20)), ("outcome", V::Str("a_newer_word".into())), ("newer", V::Int(-7))];
        for (field, value) in kept {
            assert!(MatchRecord::new().unwrap().admit(&writer(1), &entry(field, value)).is_ok(), "{field}");
        }
    }

    #[test]
    fn a_deletion_is_refused() {
        let mut record = MatchRecord::new().unwrap();
        let tap = record.add_entry(&writer(1), day(1), 5, &What::DoorCheck(DoorResult::Greeted)).unwrap();
        let mut doc = record.doc.clone();
        let deletion = change_of(&mut doc, 1, |tx| {
            let entries = tx.get(ROOT, "entries").unwrap().unwrap().1;
            tx.delete(&entries, tap.key.unwrap().to_string()).unwrap();
        });
        assert_eq!(record.admit(&writer(1), &deletion), Err(Refusal::NotAllowed));
    }

    #[test]
    fn a_change_sent_twice_is_not_the_next_one() {
        let mut record = MatchRecord::new().unwrap();
        let tap =
            record.clone().add_entry(&writer(1), day(1), 5, &What::DoorCheck(DoorResult::Late)).unwrap();
        record.admit(&writer(1), &tap.bytes).unwrap();
        assert_eq!(record.admit(&writer(1), &tap.bytes), Err(Refusal::WrongSequence));
    }
}
