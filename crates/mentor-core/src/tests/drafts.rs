//! What was begun and not saved.

use std::collections::BTreeMap;
use std::path::Path;

use daymark_domain::{Ask, AskKind, Audience, DraftOf, Urgency};
use daymark_sqlite::open;
use tempfile::TempDir;

use super::*;

fn keep(core: &mut Core, text: &str) {
    let request = Request::KeepDraft { match_id: match_id(1), of: DraftOf::Note, text: text.to_owned() };
    assert_eq!(core.answer(request), Ok(Reply::Kept));
}

fn drafts(core: &mut Core) -> Vec<(DraftOf, String)> {
    page(core, 1).record.drafts.into_iter().map(|draft| (draft.of, draft.text)).collect()
}

/// The phone as a kill leaves it: a copy of its files from before the connection was closed.
pub(super) fn killed(core: Core, folder: &Path) -> (Core, Hand, TempDir) {
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    drop(core);
    let (core, hand) = core_over(open(&copy.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap());
    (core, hand, copy)
}

/// What a thumb types: other letters, pictures of several code points, lines that end as Windows ends them.
const TYPED: &str = "Señora Ruiz asks for the bus plan. 🚌\r\n👩🏽‍👧 The little one was ill 🤒 on Monday;\r\ngrandmother \
    drives now, \u{201c}hasta el viernes\u{201d}. ¿Quién llama? 李 \t–\r\n\r\nShe was proud of four suns in a row ☀️☀️☀️☀️, \
    and so am I.";

#[test]
fn a_draft_survives_a_kill_at_every_keystroke() {
    assert!(TYPED.chars().count() >= 200, "{}", TYPED.chars().count());
    let mut folder = tempfile::tempdir().unwrap();
    let (mut core, _) = paired_over(open(&folder.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap());
    for (end, letter) in TYPED.char_indices() {
        let typed = &TYPED[..end + letter.len_utf8()];
        keep(&mut core, typed);
        (core, _, folder) = killed(core, folder.path());
        assert_eq!(drafts(&mut core), [(DraftOf::Note, typed.to_owned())]);
    }
    assert_eq!(unsent(&core), 0, "a draft is never sent");
    assert_eq!(change::unsent(&core.db).unwrap().len(), 0);
}

#[test]
fn a_draft_of_every_kind_survives_a_kill_at_every_keystroke_beside_the_others() {
    let mut folder = tempfile::tempdir().unwrap();
    let (mut core, _) = paired_over(open(&folder.path().join("daymark.sqlite"), None, MIGRATIONS).unwrap());
    let mut begun = BTreeMap::new();
    for &of in DraftOf::ALL {
        for text in ["B", "Bú", "Bús", "Bús🚌", "Bús🚌\r", "Bús🚌\r\n", "Bús🚌\r", "Bús🚌"] {
            let text = format!("{of}: {text}");
            core.answer(Request::KeepDraft { match_id: match_id(1), of, text: text.clone() }).unwrap();
            begun.insert(of.word(), text);
            (core, _, folder) = killed(core, folder.path());
            let kept: BTreeMap<_, _> =
                drafts(&mut core).into_iter().map(|(of, text)| (of.word(), text)).collect();
            assert_eq!(kept, begun);
        }
    }
    assert_eq!(begun.len(), DraftOf::ALL.len());
    assert_eq!(change::unsent(&core.db).unwrap().len(), 0, "no draft is ever sent");
}

#[test]
fn a_draft_ends_when_it_is_saved_emptied_or_discarded() {
    let (mut core, _) = paired();
    keep(&mut core, "Bus");
    let add = |text: &str| Request::AddNote {
        match_id: match_id(1),
        day: today(),
        text: text.to_owned(),
        audience: Audience::Match,
        class: NoteClass::Sensitive,
    };
    assert!(core.answer(add(" ")).is_err());
    assert_eq!(drafts(&mut core).len(), 1, "what could not be saved is still here");
    tap(&mut core, add("Bus plan"));
    assert_eq!(drafts(&mut core), []);
    keep(&mut core, "Again");
    keep(&mut core, "");
    assert_eq!(drafts(&mut core), []);
    let of = DraftOf::Ask;
    let draft = Request::KeepDraft { match_id: match_id(1), of, text: "Shoes?".to_owned() };
    core.answer(draft.clone()).unwrap();
    let ask = Ask { kind: AskKind::Other, urgency: Urgency::ThisWeek, text: None };
    tap(&mut core, Request::AskTeam { match_id: match_id(1), ask: ask.clone() });
    assert_eq!(drafts(&mut core).len(), 1, "a request without words is not what was begun");
    let ask = Ask { text: "A ride".to_owned().try_into().ok(), ..ask };
    tap(&mut core, Request::AskTeam { match_id: match_id(1), ask });
    assert_eq!(drafts(&mut core), []);
    core.answer(draft).unwrap();
    core.answer(Request::DiscardDraft { match_id: match_id(1), of }).unwrap();
    assert_eq!(drafts(&mut core), []);
}

#[test]
fn what_is_private_to_the_phone_leaves_with_its_student() {
    let (mut core, _) = paired();
    keep(&mut core, "Bus");
    let starter = "first_job".parse().unwrap();
    core.answer(Request::RecordAsked { match_id: match_id(1), starter }).unwrap();
    assert_eq!(page(&mut core, 1).record.asked[0].day, today());
    core.apply_answer(&answer([Revoked::new([1; 16].into(), None).into()]), &[]).unwrap();
    let left = "SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM asked)";
    assert_eq!(core.db.query_row(left, [], |row| row.get::<_, i64>(0)), Ok(0));
}

#[test]
fn a_sensitive_note_is_not_for_the_team() {
    let (mut core, _) = paired();
    let note = Request::AddNote {
        match_id: match_id(1),
        day: today(),
        text: "x".to_owned(),
        audience: Audience::Team,
        class: NoteClass::Sensitive,
    };
    assert!(matches!(core.answer(note), Err(Failure::Invalid(_))));
}
