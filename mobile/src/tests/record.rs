//! Recording: contacts, groups, notes, requests, a safety concern, wake-up calls, the family.

use daymark_domain::{
    Ask, AskKind, AskStatus, ContactOutcome, DraftOf, FirstContactItem, GroupId, NumberMark, Party, Place,
    SafetyContact, SessionOutcome, StopRule, Urgency, WakeUpPlan, Weekdays,
};
use dioxus_html::SerializedFormData;

use super::*;

const CONTACT: Scene = at("/students/01010101010101010101010101010101/contact");
const NOTE: Scene = at("/students/01010101010101010101010101010101/note");
const ASK: Scene = at("/students/01010101010101010101010101010101/ask");
const SAFETY: Scene = at("/students/01010101010101010101010101010101/safety");
const WAKE_UP: Scene = at("/students/01010101010101010101010101010101/wake-up");
const FAMILY: Scene = at("/students/01010101010101010101010101010101/family");
const GROUP: Scene = at("/students/group");

const fn at(path: &'static str) -> Scene {
    Scene { path, ..ANA }
}

/// The usual student's page with something else on it.
fn page(request: &Request, change: impl FnOnce(&mut StudentView)) -> Option<Result<Reply, Failure>> {
    matches!(request, Request::Student { .. }).then(|| {
        let mut view = student_view();
        change(&mut view);
        Ok(Reply::Student(view))
    })
}

const DRAFTS: Prepares = Prepares(|request| {
    page(request, |view| {
        let at = LocalTime { day: today(), minute: 14 * 60 + 3 };
        let draft = |of, text: &str| Draft { of, text: text.to_owned(), at };
        view.record.drafts = vec![
            draft(DraftOf::Note, "Her bus comes late on"),
            draft(DraftOf::Ask, "Bus 40 is full"),
            draft(DraftOf::Private, "Ask about the dog"),
        ];
    })
});

/// A private reminder and nothing else.
const PRIVATE: Prepares = Prepares(|request| {
    page(request, |view| {
        let at = LocalTime { day: today(), minute: 843 };
        view.record.drafts = vec![Draft { of: DraftOf::Private, text: "Ask about the dog".to_owned(), at }];
    })
});

const TOO_LONG: Prepares = Prepares(|request| {
    page(request, |view| {
        let text = "á".repeat(2_003);
        view.record.drafts =
            vec![Draft { of: DraftOf::Note, text, at: LocalTime { day: today().minus(9), minute: 843 } }];
    })
});

const SAFETY_CONTACTS: Prepares = Prepares(|request| {
    page(request, |view| {
        let contact = |name: &str, role: Option<&str>, phone: &str| SafetyContact {
            name: name.to_owned(),
            role: role.map(str::to_owned),
            phone: phone.to_owned(),
        };
        view.school_help.safety_contacts = vec![
            contact("Ms. Green", Some("Green Desk"), "+1 (555) 010-0150"),
            contact("Mr. Brown", None, "555 0151"),
        ];
        view.log.insert(0, LogEntry { what: What::SafetyConcern, voided: false, ..view.log[0].clone() });
    })
});

/// A kindergarten family of which little is known, and an answer from the team.
const KNOWN_FAMILY: Prepares = Prepares(|request| {
    page(request, |view| {
        let callee = today_view(true).calls[0].callees[0].clone();
        let father = Callee { may_text: Some(false), language: None, restriction: None, ..callee.clone() };
        view.callees = vec![Callee { interpreter: true, ..callee }, father];
        view.school_help.texting = TextPolicy::Guardians;
        view.grade = Some("KG".to_owned());
        let ticked = |item, key: &str| Ticked { item, key: key.parse().unwrap(), day: today() };
        view.record.checklist = vec![ticked(FirstContactItem::NumbersChecked, "a-77")];
        view.record.wake_up_plan =
            Some(PlanView { key: "a-9".parse().unwrap(), since: today(), plan: plan(), ended: false });
        let ask = |key: &str, kind, answer| AskView {
            key: key.parse().unwrap(),
            day: today().minus(5),
            ask: Ask {
                kind,
                urgency: Urgency::ThisWeek,
                text: Some("Bus 40".to_owned().try_into().unwrap()),
            },
            state: EntryState::Seen,
            answer,
        };
        let answer = AnswerView {
            status: AskStatus::Completed,
            text: Some("Pass 7".to_owned().try_into().unwrap()),
            by: "Ms. Green".to_owned(),
            day: today().minus(1),
            read: false,
        };
        view.record.asks =
            vec![ask("a-80", AskKind::Transport, Some(answer)), ask("a-79", AskKind::ContactDetails, None)];
    })
});

fn plan() -> WakeUpPlan {
    WakeUpPlan {
        weekdays: Weekdays::from_bits(0b1_0001).unwrap(),
        from_minute: 390,
        to_minute: 440,
        whom: Party::Student,
        stop: StopRule::AfterPresentDays(10),
    }
}

/// Fifty students, the first five of whom were a group before.
const FIFTY: Prepares = Prepares(|request| match request {
    Request::Caseload => {
        let row = caseload(true).rows[0].clone();
        let rows =
            (1..=50).map(|n| CaseloadRow { match_id: id(n), student: format!("Kim {n}"), ..row.clone() });
        let last_group = (1..=5).map(id).collect();
        Some(Ok(Reply::Caseload(CaseloadView { rows: rows.collect(), last_group, ..caseload(true) })))
    }
    Request::RecordGroup { matches, .. } => {
        let keys = matches.iter().map(|match_id| (*match_id, key_of(request.clone()))).collect();
        Some(Ok(Reply::SavedGroup {
            group: GroupId::from_bytes([9; 16]),
            keys,
            status: Status { mentor: Some("Ana Ruiz".to_owned()), ..Status::default() },
        }))
    }
    _ => None,
});

/// Nothing of the student can be read.
const UNREADABLE: Prepares = Prepares(|request| {
    matches!(request, Request::Student { .. }).then(|| Err(Failure::Unreadable("disk".to_owned())))
});

const FIVE: &[&str] = &[
    "member-01010101010101010101010101010101",
    "member-02020202020202020202020202020202",
    "member-03030303030303030303030303030303",
    "member-04040404040404040404040404040404",
    "member-05050505050505050505050505050505",
];

/// Every state of these screens, for the tests that look at all of them.
pub fn scenes() -> Vec<Scene> {
    let filled: &[&str] = &["kind-absence_call", "ended-wrong_number", "told-transport"];
    let saved: &[&str] = &["kind-one_on_one", "minutes-20", "contact-save-one_on_one"];
    let with = |scene: Scene, also| Scene { also: Some(also), ..scene };
    let tapped = |scene: Scene, tap| Scene { tap, ..scene };
    vec![
        CONTACT,
        tapped(CONTACT, &["kind-one_on_one"]),
        tapped(with(CONTACT, KNOWN_FAMILY), filled),
        tapped(CONTACT, saved),
        Scene { refuses: true, ..tapped(CONTACT, saved) },
        NOTE,
        tapped(NOTE, &["note-sensitive"]),
        tapped(with(NOTE, DRAFTS), &["note-private"]),
        with(NOTE, TOO_LONG),
        ASK,
        with(ASK, KNOWN_FAMILY),
        SAFETY,
        with(SAFETY, SAFETY_CONTACTS),
        with(SAFETY, UNREADABLE),
        WAKE_UP,
        tapped(WAKE_UP, &["stop-day"]),
        with(WAKE_UP, KNOWN_FAMILY),
        FAMILY,
        with(FAMILY, KNOWN_FAMILY),
        GROUP,
        with(GROUP, FIFTY),
        Scene { students: false, ..GROUP },
    ]
}

/// What was written by these taps, and the screen after them.
fn written(scene: Scene) -> (Vec<Request>, String) {
    WRITTEN.take();
    let html = screen(scene);
    (WRITTEN.take(), html)
}

/// Types into the box with that hook, key by key or all at once, and taps afterwards.
fn typed(scene: Scene, hook: &str, texts: &[&str]) -> (Vec<Request>, String) {
    WRITTEN.take();
    let taps = scene.tap;
    let mut dom = VirtualDom::new_with_props(Stage, scene);
    let mut drawn = Mutations::default();
    dom.rebuild(&mut drawn);
    settle(&mut dom, &mut drawn);
    for text in texts {
        input(&dom, &drawn, hook, text);
        settle(&mut dom, &mut drawn);
    }
    for hook in taps {
        tap(&dom, &drawn, hook);
        settle(&mut dom, &mut drawn);
    }
    (WRITTEN.take(), dioxus_ssr::render(&dom))
}

fn input(dom: &VirtualDom, drawn: &Mutations, hook: &str, text: &str) {
    dioxus_html::set_event_converter(Box::new(SerializedHtmlEventConverter));
    let hooked =
        drawn.edits.iter().rev().find_map(|edit| match edit {
            Mutation::SetAttribute {
                name: "data-testid", value: AttributeValue::Text(found), id, ..
            } if found == hook => Some(*id),
            _ => None,
        });
    let element = hooked.unwrap_or_else(|| panic!("nothing to type into at '{hook}'"));
    let keys = PlatformEventData::new(Box::new(SerializedFormData::new(text.to_owned(), vec![])));
    dom.runtime().handle_event("input", Event::new(Rc::new(keys) as Rc<dyn std::any::Any>, true), element);
}

fn contact(day: SchoolDay, contact: Contact) -> Request {
    Request::RecordContact { match_id: id(1), day, contact }
}

fn keep(of: DraftOf, text: &str) -> Request {
    Request::KeepDraft { match_id: id(1), of, text: text.to_owned() }
}

#[test]
fn every_kind_but_the_greeting_can_be_recorded_grouped_by_its_element() {
    let html = screen(CONTACT);
    let wanted = [
        "Record a contact",
        "Lisa Woods",
        "Time together",
        "kind-one_on_one",
        "kind-small_group",
        "Calls",
        "kind-wake_up_call",
        "kind-absence_call",
        "Family",
        "kind-good_news_call",
        "kind-letter",
        "School staff",
        "kind-team_consult",
        "Celebrate",
        "kind-event",
        "/students/group",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("kind-door_greeting") && !html.contains("contact-save"), "{html}");
}

#[test]
fn a_kind_and_save_is_enough() {
    let (requests, html) = written(Scene { tap: &["kind-home_visit", "contact-save-home_visit"], ..CONTACT });
    assert_eq!(requests, [contact(today(), Contact::of(ContactKind::HomeVisit))]);
    assert_reads(&html, &["Home visit, Lisa: saved here", "contact-another", "/note", "Undo"]);
}

#[test]
fn a_contact_holds_all_that_was_tapped_and_nothing_else() {
    let tap: &[&str] = &[
        "kind-one_on_one",
        "ended-shortened",
        "minutes-20",
        "minutes-more",
        "follow-2025-10-17",
        "with-other",
        "where-break",
        "they-began",
        "on-2025-10-10",
        "contact-save-one_on_one",
    ];
    let (requests, _) = written(Scene { tap, ..CONTACT });
    let said = Contact {
        outcome: Some(ContactOutcome::Session(SessionOutcome::Shortened)),
        party: Some(Party::Other),
        place: Some(Place::Break),
        direction: Some(daymark_domain::ContactDirection::In),
        follow_up: "2025-10-17".parse().ok(),
        ..Contact::session(ContactKind::OneOnOne, 25)
    };
    assert_eq!(requests, [contact("2025-10-10".parse().unwrap(), said)]);
}

#[test]
fn a_call_waits_for_its_end_and_a_wrong_number_is_named_by_its_mark() {
    let html = screen(Scene { tap: &["kind-absence_call"], ..CONTACT });
    assert_reads(&html, &["How did it end?", "ended-reached_student", "disabled", "Tap how the call ended"]);
    let tap: &[&str] =
        &["kind-absence_call", "ended-wrong_number", "number-0", "told-health", "contact-save-absence_call"];
    let (requests, _) = written(Scene { tap, also: Some(KNOWN_FAMILY), ..CONTACT });
    let said = Contact {
        number: Some(NumberMark::of("+1 555 0100")),
        reason: Some(daymark_domain::ReportedReason::Health),
        ..Contact::call(ContactKind::AbsenceCall, CallOutcome::WrongNumber)
    };
    assert_eq!(requests, [contact(today(), said)]);
}

#[test]
fn a_contact_that_was_not_saved_stays_on_the_form_and_says_why() {
    let tap: &[&str] = &["kind-one_on_one", "minutes-30", "contact-save-one_on_one"];
    let html = screen(Scene { refuses: true, tap, ..CONTACT });
    assert_reads(
        &html,
        &["One-on-one", "30 min", "aria-pressed=\"true\"", "the disk is full", "contact-save-one_on_one"],
    );
    assert!(!html.contains("contact-another"), "{html}");
}

#[test]
fn another_contact_begins_afresh_and_undo_goes_back_to_what_was_filled_in() {
    let saved: &[&str] = &["kind-letter", "contact-save-letter", "contact-another"];
    assert_reads(&screen(Scene { tap: saved, ..CONTACT }), &["kind-one_on_one", "kind-letter"]);
    let undone: &[&str] = &["kind-letter", "they-began", "contact-save-letter", "undo"];
    let (requests, html) = written(Scene { tap: undone, ..CONTACT });
    assert_eq!(requests[1], Request::VoidEntry { match_id: id(1), key: "b-1".parse().unwrap() });
    assert_reads(&html, &["they-began", "aria-pressed=\"true\"", "contact-save-letter"]);
}

#[test]
fn a_begun_note_is_there_again_and_says_since_when() {
    let html = screen(Scene { also: Some(DRAFTS), ..NOTE });
    let wanted = [
        "note-text",
        "Her bus comes late on",
        "Begun Tuesday 14:03",
        "note-text-discard",
        "Also begun, on this phone only",
        "For me alone",
        "Ask about the dog",
        "A request to the team",
        "Bus 40 is full",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn every_key_is_kept_in_its_order_and_a_paste_as_well() {
    let (requests, html) = typed(NOTE, "note-text", &["B", "Bu", "Bus\r\n40 🚌"]);
    let expected = [keep(DraftOf::Note, "B"), keep(DraftOf::Note, "Bu"), keep(DraftOf::Note, "Bus\r\n40 🚌")];
    assert_eq!(requests, expected);
    assert_reads(&html, &["Kept on this phone as you write.", "note-save"]);
}

#[test]
fn a_note_goes_to_whom_it_is_for_and_its_box_is_empty_then() {
    let tap: &[&str] = &["note-for-team", "note-save"];
    let (requests, html) = typed(Scene { tap, ..NOTE }, "note-text", &["She likes chess"]);
    let note = |audience, class| Request::AddNote {
        match_id: id(1),
        day: today(),
        text: "She likes chess".to_owned(),
        audience,
        class,
    };
    assert_eq!(requests[1..], [note(Audience::Team, NoteClass::Shareable)]);
    assert!(!html.contains("note-text-discard"), "{html}");
    let tap: &[&str] = &["note-for-team", "note-sensitive", "note-save"];
    let (requests, _) = typed(Scene { tap, ..NOTE }, "note-text", &["She likes chess"]);
    assert_eq!(
        requests[1..],
        [note(Audience::Match, NoteClass::Sensitive)],
        "what is personal is never for the team"
    );
}

#[test]
fn a_private_note_is_kept_here_and_leaves_only_when_the_mentor_says_so() {
    let (requests, html) = typed(Scene { tap: &["note-private"], ..NOTE }, "note-text", &["Dog: Rex"]);
    let discarded = Request::DiscardDraft { match_id: id(1), of: DraftOf::Note };
    assert_eq!(requests, [keep(DraftOf::Note, "Dog: Rex"), keep(DraftOf::Private, "Dog: Rex"), discarded]);
    assert_reads(&html, &["private-text", "Dog: Rex", "never sent"]);
    assert!(!html.contains("note-save"), "{html}");
    let back = Scene { also: Some(PRIVATE), tap: &["note-private", "note-shareable"], ..NOTE };
    assert_eq!(written(back).0, [], "looking at what is private does not make it the school's");
    let given = Scene { also: Some(PRIVATE), tap: &["note-private", "note-for-school"], ..NOTE };
    let discarded = Request::DiscardDraft { match_id: id(1), of: DraftOf::Private };
    assert_eq!(written(given).0, [keep(DraftOf::Note, "Ask about the dog"), discarded]);
}

#[test]
fn a_note_that_is_too_long_says_by_how_much_and_is_not_cut() {
    let html = screen(Scene { also: Some(TOO_LONG), ..NOTE });
    assert_reads(&html, &["2,003 characters: 3 too many", "Begun Sun 5 Oct 14:03", "note-save", "disabled"]);
    assert!(html.contains(&"á".repeat(2_003)), "nothing is cut");
}

#[test]
fn a_text_that_could_not_be_kept_or_saved_stays_in_its_box() {
    let refusing = Scene { refuses: true, tap: &["note-save"], ..NOTE };
    let (_, html) = typed(refusing, "note-text", &["She likes chess"]);
    assert_reads(
        &html,
        &["it could not be kept", "the disk is full", "note-text-discard", "note-save", "Not saved"],
    );
}

#[test]
fn the_team_is_asked_by_two_taps_or_with_a_few_words() {
    let ask = |text: Option<&str>| Request::AskTeam {
        match_id: id(1),
        ask: Ask {
            kind: AskKind::Transport,
            urgency: Urgency::NextMeeting,
            text: text.map(|text| text.to_owned().try_into().unwrap()),
        },
    };
    let tap: &[&str] = &["ask-transport", "ask-save"];
    assert_eq!(written(Scene { tap, ..ASK }).0, [ask(None)]);
    let (requests, html) = typed(Scene { tap, ..ASK }, "ask-text", &["Bus 40 is full"]);
    assert_eq!(requests[1..], [ask(Some("Bus 40 is full"))]);
    assert_reads(&html, &["next meeting", "Not here", "/safety", "Nothing yet."]);
}

#[test]
fn an_answer_of_the_team_stands_with_what_was_asked_and_can_be_read() {
    let html = screen(Scene { also: Some(KNOWN_FAMILY), ..ASK });
    let wanted = [
        "a bus pass or a ride",
        "seen by the team",
        "Bus 40",
        "Done",
        "Pass 7",
        "Ms. Green · Mon 13 Oct",
        "read-a-80",
        "a number or address that works",
        "No answer yet.",
    ];
    assert_reads(&html, &wanted);
    let (requests, _) = written(Scene { also: Some(KNOWN_FAMILY), tap: &["read-a-80"], ..ASK });
    assert_eq!(requests, [Request::ReadAnswer { match_id: id(1), ask: "a-80".parse().unwrap() }]);
}

#[test]
fn a_safety_concern_says_first_whom_to_phone_and_takes_no_text() {
    let html = screen(Scene { also: Some(SAFETY_CONTACTS), ..SAFETY });
    let wanted = [
        "Phone now. Daymark calls nobody",
        "tel:+15550100150",
        "Call Ms. Green, Green Desk",
        "tel:5550151",
        "Call Mr. Brown",
        "tel:911",
        "Do not promise to keep it secret",
        "Do not investigate",
        "Only this is kept here",
        "You raised a concern on Tue 14 Oct at 7:43.",
        "I have phoned",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("<textarea") && !html.contains("<input"), "{html}");
    let (requests, html) = written(Scene { tap: &["safety-phoned"], ..SAFETY });
    assert_eq!(requests, [Request::RaiseSafetyConcern { match_id: id(1) }]);
    assert_reads(&html, &["Recorded: you raised a concern by phone", "Undo"]);
}

#[test]
fn without_numbers_and_without_a_readable_disk_the_page_still_says_what_to_do() {
    for also in [None, Some(UNREADABLE)] {
        let html = screen(Scene { also, ..SAFETY });
        assert_reads(
            &html,
            &["Phone the school office or the principal now", "tel:911", "Do not leave a student"],
        );
    }
}

#[test]
fn a_plan_of_wake_up_calls_is_shown_changed_and_ended() {
    let html = screen(Scene { also: Some(KNOWN_FAMILY), ..WAKE_UP });
    assert_reads(
        &html,
        &["Wake-up calls: Mon, Fri, 6:30 to 7:20", "until 10 days at school in a row", "wake-end"],
    );
    let set = |plan| Request::SetWakeUpPlan { match_id: id(1), plan };
    let tap: &[&str] =
        &["wake-day-5", "wake-day-2", "wake-from-more", "wake-guardian", "stop-changed", "wake-save"];
    let (requests, html) = written(Scene { also: Some(KNOWN_FAMILY), tap, ..WAKE_UP });
    let changed = WakeUpPlan {
        weekdays: Weekdays::from_bits(0b11).unwrap(),
        from_minute: 395,
        whom: Party::Guardian,
        stop: StopRule::WhenChanged,
        ..plan()
    };
    assert_eq!(requests, [set(changed)]);
    assert_reads(&html, &["Plan saved here"]);
    let (requests, _) = written(Scene { also: Some(KNOWN_FAMILY), tap: &["wake-end"], ..WAKE_UP });
    assert_eq!(
        requests,
        [set(WakeUpPlan { weekdays: Weekdays::default(), stop: StopRule::WhenChanged, ..plan() })]
    );
}

#[test]
fn a_plan_without_a_morning_cannot_be_saved() {
    let tap: &[&str] = &["wake-day-1", "wake-day-2", "wake-day-3", "wake-day-4", "wake-day-5"];
    let html = screen(Scene { tap, ..WAKE_UP });
    assert_reads(&html, &["No plan for this student yet.", "wake-save", "disabled"]);
}

#[test]
fn the_family_page_says_what_to_know_before_anybody_calls() {
    let html = screen(Scene { also: Some(KNOWN_FAMILY), ..FAMILY });
    let wanted = [
        "Before you call: court order",
        "Spanish",
        "tel:+15550100",
        "Good to know",
        "Carmen Dyer",
        "Texts: nobody has asked yet",
        "Best hours: ask",
        "No texts, please",
        "Language: ask",
        "The office was asked for a number on Thu 9 Oct",
        "First contact",
        "the school tells them about you before",
        "tick-family_noticed",
        "aria-pressed=\"false\"",
        "tick-numbers_checked",
        "aria-pressed=\"true\"",
        "done Tue 14 Oct",
        "The first call",
        "from Lincoln Middle",
        "Español",
        "Hola, habla Ana Ruiz",
    ];
    assert_reads(&html, &wanted);
    assert!(
        !screen(FAMILY).contains("the school tells them about you before"),
        "grade 7 needs no notice first"
    );
}

#[test]
fn a_point_of_the_first_contact_is_ticked_and_unticked_by_a_tap() {
    let tick = |tap| written(Scene { also: Some(KNOWN_FAMILY), tap, ..FAMILY }).0;
    let ticked = Request::TickChecklist { match_id: id(1), item: FirstContactItem::FamilyNoticed };
    assert_eq!(tick(&["tick-family_noticed"]), [ticked]);
    let unticked = Request::VoidEntry { match_id: id(1), key: "a-77".parse().unwrap() };
    assert_eq!(tick(&["tick-numbers_checked"]), [unticked]);
}

#[test]
fn the_office_is_asked_for_a_number_by_one_tap() {
    let (requests, html) = written(Scene { tap: &["family-repair"], ..FAMILY });
    let ask = Ask { kind: AskKind::ContactDetails, urgency: Urgency::ThisWeek, text: None };
    assert_eq!(requests, [Request::AskTeam { match_id: id(1), ask }]);
    assert_reads(&html, &["The office was asked, saved here"]);
}

#[test]
fn five_of_fifty_are_a_group_by_five_taps_and_saved_for_all() {
    let group = |matches: Vec<MatchId>, contact| Request::RecordGroup { matches, day: today(), contact };
    let (_, html) = written(Scene { also: Some(FIFTY), tap: FIVE, ..GROUP });
    assert_eq!(html.matches("member-").count(), 50);
    assert_eq!(html.matches("row tick on").count(), 5);
    assert_reads(&html, &["Small group · Today", "Kim 50", "Save: Small group, 5 students"]);
    let tap: &[&str] = &["group-again", "group-event", "minutes-30", "group-save"];
    let (requests, html) = written(Scene { also: Some(FIFTY), tap, ..GROUP });
    let five: Vec<MatchId> = (1..=5).map(id).collect();
    assert_eq!(requests[0], group(five, Contact::session(ContactKind::Event, 30)));
    assert_reads(&html, &["Saved here for 5 students", "Undo", "Tap two names or more"]);
}

#[test]
fn a_group_is_taken_back_as_a_whole() {
    let tap: &[&str] = &["group-again", "group-save", "undo"];
    let (requests, html) = written(Scene { also: Some(FIFTY), tap, ..GROUP });
    assert_eq!(requests.last(), Some(&Request::VoidGroup { group: GroupId::from_bytes([9; 16]) }));
    assert_reads(&html, &["Taken back for all of them"]);
}

#[test]
fn one_student_is_no_group() {
    let html = screen(Scene { also: Some(FIFTY), tap: &FIVE[..1], ..GROUP });
    assert_reads(&html, &["group-save", "disabled", "Tap one more name"]);
}
