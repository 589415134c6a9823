//! Every screen, rendered once from a caseload made up for the purpose: what is on it, and what is not.
//!
//! The core behind it answers from prepared views; the real one is met in the workspace's scenarios and in the browser.

mod day;
mod finger;
mod lock;
mod names;
mod progress;
mod record;
mod shell;
mod student;
mod threats;
mod today;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use daymark_components::Language;
use daymark_components::catalogue::foreign_sentences;
use daymark_domain::{
    AbsenceFigure, AttendanceStatus, Audience, CalendarMark, CallOutcome, Contact, ContactKind, DayType,
    DoorResult, EntryKey, MatchId, NoteClass, SchoolDay, TextPolicy, WeekDosage, WeekdayPattern, What,
};
use daymark_mentor_core::api::*;
use dioxus::dioxus_core::{AttributeValue, Mutation, Mutations};
use dioxus::history::MemoryHistory;
use dioxus::prelude::*;
use dioxus::router::components::HistoryProvider;
use dioxus_html::{PlatformEventData, SerializedHtmlEventConverter, SerializedMouseData};
use futures_channel::mpsc;
use futures_util::FutureExt;

use crate::app::Screens;
use crate::phone::use_provide_phone;
use crate::shell::{Answer, Given, GivenFile, Later, News, Notices, Rest, Shell, Storage};

fn today() -> SchoolDay {
    "2025-10-14".parse().unwrap()
}

fn id(n: u8) -> MatchId {
    MatchId::from_bytes([n; 16])
}

/// A core that answers from prepared views.
struct Prepared {
    mentor: Option<&'static str>,
    students: bool,
    holds: Holds,
    refuses: bool,
    also: Option<Prepares>,
    language: Language,
}

/// What a test prepares in the place of the usual caseload; `None` for a request that it leaves alone.
#[derive(Clone, Copy)]
struct Prepares(fn(&Request) -> Option<Result<Reply, Failure>>);

impl PartialEq for Prepares {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

/// What the day holds beyond calls and door.
#[derive(Clone, Copy, PartialEq)]
enum Holds {
    Nothing,
    Much,
    AllDone,
    NoSchool,
}

thread_local! {
    /// What time it is, and how much passes from one look to the next.
    static CLOCK_MS: RefCell<(f64, f64)> = const { RefCell::new((0.0, 1_000.0)) };
    /// What the core was asked to write, in this order.
    static WRITTEN: RefCell<Vec<Request>> = const { RefCell::new(vec![]) };
    /// How often the page was printed.
    static PRINTED: Cell<u32> = const { Cell::new(0) };
    /// What the shell was told to keep and to mark, in this order.
    static TOLD: RefCell<Vec<(&'static str, Language)>> = const { RefCell::new(vec![]) };
}

fn told(what: &'static str, language: Language) {
    TOLD.with_borrow_mut(|told| told.push((what, language)));
}

impl Shell for Prepared {
    fn ask(&self, request: Request) -> Answer {
        if let Some(answer) = self.also.and_then(|Prepares(prepared)| prepared(&request)) {
            return Box::pin(async move { answer.map(threats::as_planted) });
        }
        let status = Status { mentor: self.mentor.map(str::to_owned), unsent: 7, ..Status::default() };
        let answer = match request {
            Request::Today => Ok(Reply::Today(day::holding(self.holds, today_view(self.students)))),
            Request::MyWeek { .. } => Ok(Reply::MyWeek(day::my_week(self.holds, self.students))),
            Request::Door { .. } => Ok(Reply::Door(door_view(self.students))),
            Request::Caseload => Ok(Reply::Caseload(caseload(self.students))),
            Request::Year { match_id } if match_id == id(1) => Ok(Reply::Year(student::year_view())),
            Request::MyMonth { day } => Ok(Reply::MyMonth(student::my_month(day))),
            Request::Student { match_id, .. } if match_id == id(1) => Ok(Reply::Student(student_view())),
            Request::Student { .. } => Err(Failure::NoSuchMatch),
            Request::Status | Request::Sync => Ok(Reply::Status(status)),
            Request::SetAside => Ok(Reply::SetAside(shell::set_aside(status.refused))),
            _ if self.refuses => Err(Failure::NotSaved("the disk is full".to_owned())),
            written => Ok(Reply::Saved { key: Some(key_of(written)), status }),
        };
        Box::pin(async move { answer.map(threats::as_planted) })
    }
    fn open_again(&self) {}
    fn own_server(&self) -> Option<String> {
        Some("https://daymark.example.org".to_owned())
    }
    fn pairing_code(&self) -> Option<String> {
        Some("4T9KX10QZ7".to_owned())
    }
    fn language(&self) -> Language {
        self.language
    }
    fn keep_language(&self, language: Language) {
        told("keep", language);
    }
    fn mark_language(&self, language: Language) {
        told("mark", language);
    }
    fn show(&self, _title: &str, _ready: bool) {}
    fn print(&self) {
        PRINTED.set(PRINTED.get() + 1);
    }
    fn now_ms(&self) -> f64 {
        CLOCK_MS.with_borrow_mut(|(now, step)| {
            *now += *step;
            *now
        })
    }
    fn rest(&self, _ms: u32) -> Rest {
        if NEVER_RESTED.get() { Box::pin(std::future::pending()) } else { Box::pin(async {}) }
    }
    fn unix_seconds(&self) -> i64 {
        1_760_442_009 + shell::platform(|platform| platform.seconds_on)
    }
    fn is_installed(&self) -> bool {
        !shell::platform(|platform| platform.is_a_tab)
    }
    fn storage(&self) -> Later<Storage> {
        let storage = shell::platform(|platform| platform.storage);
        Box::pin(async move { storage })
    }
    fn keep_storage(&self) -> Later<Storage> {
        shell::platform(|platform| platform.asked_to_keep += 1);
        self.storage()
    }
    fn setting(&self, name: &str) -> Option<String> {
        shell::platform(|platform| platform.settings.get(name).cloned())
    }
    fn keep_setting(&self, name: &str, value: &str) {
        shell::platform(|platform| platform.settings.insert(name.to_owned(), value.to_owned()));
    }
    fn give(&self, file: GivenFile) -> Later<Given> {
        shell::platform(|platform| platform.given.push(file));
        Box::pin(async { Given::Downloaded })
    }
    fn news(&self) -> mpsc::UnboundedReceiver<News> {
        shell::news()
    }
    fn badge(&self, items: u32) {
        shell::platform(|platform| platform.badge = Some(items));
    }
    fn notices(&self) -> Notices {
        shell::platform(|platform| if platform.notices { Notices::Allowed } else { Notices::Never })
    }
    fn remind(&self, sentences: Vec<(u64, String)>) {
        shell::platform(|platform| platform.reminders = sentences);
    }
    fn can_take_over(&self) -> bool {
        shell::platform(|platform| platform.takes_over)
    }
    fn take_over(&self) {
        shell::platform(|platform| platform.taken_over += 1);
    }
}

/// Keeps what was written; the key of its entry.
fn key_of(written: Request) -> EntryKey {
    WRITTEN.with_borrow_mut(|all| {
        all.push(written);
        format!("b-{}", all.len()).parse().unwrap()
    })
}

#[derive(Clone, PartialEq, Props)]
struct Scene {
    path: &'static str,
    mentor: Option<&'static str>,
    students: bool,
    fatal: Option<Failure>,
    /// `None`: open when there is a mentor.
    access: Option<Access>,
    /// The language that the phone opens in, and the one that is chosen then.
    language: Language,
    choose: Option<Language>,
    holds: Holds,
    /// No write succeeds.
    refuses: bool,
    also: Option<Prepares>,
    /// What is tapped once the screen stands, by its test hook.
    tap: &'static [&'static str],
}

const ANA: Scene = Scene {
    path: "/",
    mentor: Some("Ana Ruiz"),
    students: true,
    fatal: None,
    access: None,
    language: Language::English,
    choose: None,
    holds: Holds::Nothing,
    refuses: false,
    also: None,
    tap: &[],
};

#[allow(non_snake_case)]
fn Stage(scene: Scene) -> Element {
    let (path, choose) = (scene.path, scene.choose);
    let phone = use_provide_phone(move || {
        let (tell, news) = mpsc::unbounded();
        let access =
            scene.access.unwrap_or(if scene.mentor.is_some() { Access::Open } else { Access::NotPaired });
        if scene.fatal.is_none() {
            tell.unbounded_send(FromCore::Access(access)).unwrap();
        }
        let opened = scene.fatal.map_or(FromCore::Ready, FromCore::Fatal);
        tell.unbounded_send(opened).unwrap();
        let Scene { mentor, students, holds, refuses, also, language, .. } = scene;
        (Rc::new(Prepared { mentor, students, holds, refuses, also, language }), news)
    });
    use_effect(move || choose.into_iter().for_each(|language| phone.speak(language)));
    rsx! {
        HistoryProvider { history: move |_| in_memory(path), Screens {} }
    }
}

fn in_memory(path: &str) -> Rc<dyn History> {
    Rc::new(MemoryHistory::with_initial_path(path))
}

/// The screen as it stands once everything was tapped and nothing is under way any more.
fn screen(scene: Scene) -> String {
    let taps = scene.tap;
    let mut dom = VirtualDom::new_with_props(Stage, scene);
    let mut drawn = Mutations::default();
    dom.rebuild(&mut drawn);
    settle(&mut dom, &mut drawn);
    for hook in taps {
        tap(&dom, &drawn, hook);
        settle(&mut dom, &mut drawn);
    }
    dioxus_ssr::render(&dom)
}

fn settle(dom: &mut VirtualDom, drawn: &mut Mutations) {
    while dom.wait_for_work().now_or_never().is_some() {
        dom.render_immediate(drawn);
    }
}

/// Taps what was drawn last with that hook, or what has it in its markup.
fn tap(dom: &VirtualDom, drawn: &Mutations, hook: &str) {
    dioxus_html::set_event_converter(Box::new(SerializedHtmlEventConverter));
    let hooked = drawn.edits.iter().rev().find_map(|edit| match edit {
        Mutation::SetAttribute { name: "data-testid", value: AttributeValue::Text(text), id, .. }
            if text == hook =>
        {
            Some(*id)
        }
        _ => None,
    });
    let element =
        hooked.or_else(|| finger::hooked(dom, hook)).unwrap_or_else(|| panic!("nothing to tap at '{hook}'"));
    let finger = PlatformEventData::new(Box::new(SerializedMouseData::default()));
    dom.runtime().handle_event("click", Event::new(Rc::new(finger) as Rc<dyn std::any::Any>, true), element);
}

/// All of these are on the screen, in this order.
fn assert_reads(html: &str, wanted: &[&str]) {
    let mut rest = html;
    for text in wanted {
        let at =
            rest.find(text).unwrap_or_else(|| panic!("'{text}' is missing, or not in its place, in {html}"));
        rest = &rest[at..];
    }
}

#[test]
fn an_unpaired_phone_shows_the_pairing_screen_whatever_the_address() {
    let html = screen(Scene { path: "/door", mentor: None, ..ANA });
    assert_reads(&html, &["Pair this phone", "pair-code", "4T9KX10QZ7", "pair-submit"]);
    assert!(!html.contains("pair-server"), "the browser's page knows its server");
}

thread_local! {
    /// How often the screen has asked for the coordinator's word.
    static LOOKED: Cell<u32> = const { Cell::new(0) };
    /// A pause that has begun does not end.
    static NEVER_RESTED: Cell<bool> = const { Cell::new(false) };
}

/// Three words stand until the coordinator answers at the third look: with that mentor, or not at all.
fn answered_at_the_third_look(
    request: &Request,
    answer: Result<Status, Failure>,
) -> Option<Result<Reply, Failure>> {
    let three = ["shamrock", "this", "decide"].map(str::to_owned);
    let waiting = Status { pairing: Some(three), ..Status::default() };
    match request {
        Request::LookForPairing => LOOKED.set(LOOKED.get() + 1),
        Request::Status | Request::GiveUpPairing => {}
        _ => return None,
    }
    Some(match answer {
        _ if LOOKED.get() < 3 => Ok(Reply::Status(waiting)),
        Err(_) if *request == Request::Status => Ok(Reply::Status(Status::default())),
        answer => answer.map(Reply::Status),
    })
}

#[test]
fn a_phone_that_waits_shows_its_three_words_and_goes_on_when_they_are_the_same() {
    const SAME: Prepares = Prepares(|request| {
        answered_at_the_third_look(
            request,
            Ok(Status { mentor: Some("Ana Ruiz".to_owned()), ..Status::default() }),
        )
    });
    LOOKED.set(0);
    NEVER_RESTED.set(true);
    let waiting = screen(Scene { mentor: None, also: Some(SAME), ..ANA });
    NEVER_RESTED.set(false);
    assert_reads(
        &waiting,
        &["Compare three words", "shamrock", "this", "decide", "Waiting for your coordinator"],
    );
    assert!(!waiting.contains("pair-submit"), "{waiting}");
    let then = screen(Scene { path: "/pair", also: Some(SAME), ..ANA });
    // The way to Today is the router's, which stands still here; the browser's pairing test walks it.
    assert_reads(&then, &["This phone is paired with Ana Ruiz"]);
    assert!(!then.contains("Compare three words"), "{then}");
    assert_eq!(LOOKED.get(), 3);
}

#[test]
fn a_phone_that_the_school_cleared_says_so_and_can_be_paired_again() {
    const CLEARED: Prepares = Prepares(|request| match request {
        Request::Status => Some(Ok(Reply::Status(Status { cleared: true, ..Status::default() }))),
        _ => None,
    });
    let html = screen(Scene { mentor: None, also: Some(CLEARED), ..ANA });
    assert_reads(&html, &["school-cleared", "taken this phone out of the programme", "pair-code"]);
    assert!(!html.contains("short of room"), "{html}");
}

#[test]
fn a_phone_whose_words_differ_says_so_and_asks_for_another_code() {
    const DIFFER: Prepares =
        Prepares(|request| answered_at_the_third_look(request, Err(Failure::WordsDiffer)));
    LOOKED.set(0);
    let html = screen(Scene { mentor: None, also: Some(DIFFER), ..ANA });
    assert_reads(
        &html,
        &["Pair this phone", "pair-code", "pair-problem", "did not let this phone in", "pair-submit"],
    );
}

#[test]
fn today_shows_the_calls_and_then_the_door() {
    let html = screen(ANA);
    let wanted = [
        "Good morning, Ana",
        "7 saved here",
        "Tuesday 14 October · school day 31",
        "Calls before the bell",
        "call-card-0",
        "Tyrone Dyer",
        "absent yesterday",
        "Before you call: court order",
        "tel:+15550100",
        "call-outcome-reached_student",
        "Spoke to Tyrone",
        "call-outcome-wrong_number",
        "call-card-1",
        "No answer · 7:05",
        "Undo",
        "At the door",
        "Door, 2 students",
        "bell 8:05 · 1 absent yesterday",
        "tab-today",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn a_phone_without_students_says_where_they_come_from() {
    for path in ["/", "/door", "/students"] {
        assert_reads(
            &screen(Scene { path, students: false, ..ANA }),
            &["No students yet", "Your coordinator", "Look again"],
        );
    }
}

#[test]
fn the_door_has_a_row_for_each_student_and_the_count() {
    let html = screen(Scene { path: "/door", ..ANA });
    let wanted = [
        "Door",
        "bell 8:05",
        "door-row-0",
        "aria-pressed=\"false\"",
        "Maximiliano",
        "absent 2 days",
        "back today?",
        "door-row-1",
        "aria-pressed=\"true\"",
        "Lisa Woods",
        "Greeted 7:43",
        "Tap a name to greet",
        "1 of 2 greeted",
        "1 to go",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn the_list_of_students_leads_to_each() {
    let html = screen(Scene { path: "/students", ..ANA });
    assert_reads(
        &html,
        &["1 student", "/students/0101", "student-0", "Lisa Woods", "12.9 % · chronic", "Grade 7"],
    );
}

#[test]
fn a_student_who_left_the_phone_is_said_to_be_gone() {
    let html = screen(Scene { path: "/students/02020202020202020202020202020202", ..ANA });
    assert_reads(&html, &["This student is not, or no longer, on this phone.", "Try again"]);
}

#[test]
fn a_second_window_says_so_and_can_try_again() {
    let html = screen(Scene { fatal: Some(Failure::OpenElsewhere), ..ANA });
    assert_reads(&html, &["Open in another window", "try-again"]);
}

#[test]
fn an_address_that_leads_nowhere_leads_to_today() {
    assert_reads(
        &screen(Scene { path: "/nowhere/at/all", ..ANA }),
        &["There is no such page.", "Go to Today"],
    );
}

#[test]
fn no_sentence_is_missing_on_any_screen() {
    for scene in all_scenes() {
        let html = screen(scene.clone());
        assert!(!html.contains('⟦') && !html.contains("{$"), "{}: {html}", scene.path);
    }
}

const MY_WEEK: &str = "/students/week";

/// Every screen and state that there is.
fn all_scenes() -> Vec<Scene> {
    const STUDENT: &str = "/students/01010101010101010101010101010101";
    const GONE: &str = "/students/02020202020202020202020202020202";
    let paired =
        ["/", "/door", "/students", STUDENT, GONE, "/pair", "/nowhere"].map(|path| Scene { path, ..ANA });
    let empty = ["/", "/door", "/students"].map(|path| Scene { path, students: false, ..ANA });
    let fatal =
        [Failure::OpenElsewhere, Failure::NotPaired].map(|failure| Scene { fatal: Some(failure), ..ANA });
    let unpaired = Scene { mentor: None, ..ANA };
    let held = [Holds::Much, Holds::AllDone, Holds::NoSchool].map(|holds| Scene { holds, ..ANA });
    let weeks = held.clone().map(|scene| Scene { path: MY_WEEK, ..scene });
    let no_week = Scene { path: MY_WEEK, students: false, ..ANA };
    let scenes = paired.into_iter().chain(empty).chain(fatal).chain(held).chain(weeks);
    scenes
        .chain([unpaired, no_week, day::CALLED_HOME])
        .chain(shell::scenes())
        .chain(lock::scenes())
        .chain(student::scenes())
        .chain(today::scenes())
        .chain(record::scenes())
        .chain(progress::scenes())
        .collect()
}

#[test]
fn every_screen_speaks_one_language_and_no_word_of_another() {
    for language in Language::ALL {
        for scene in all_scenes() {
            let html = screen(Scene { language, ..scene.clone() });
            let foreign = foreign_sentences(&html, language);
            assert!(foreign.is_empty(), "{} in {}: {foreign:?} in {html}", scene.path, language.word());
        }
    }
}

#[test]
fn a_phone_of_a_spanish_speaking_mentor_greets_in_spanish() {
    let html = screen(Scene { language: Language::Spanish, ..ANA });
    let wanted = [
        "Buenos días, Ana",
        "7 guardados aquí",
        "martes 14 de octubre · día de clases 31",
        "Llamadas antes del timbre",
        "faltó ayer",
        "Carmen Dyer · Madre",
        "Habla español",
        "Hablé con Tyrone",
        "Entrada, 2 estudiantes",
        "language-en",
        "English",
        "language-es",
        "aria-pressed=\"true\"",
        "Español",
    ];
    assert_reads(&html, &wanted);
}

#[test]
fn another_language_is_spoken_at_once_marked_on_the_page_and_kept() {
    for (scene, spoken) in
        [(ANA, "Buenos días, Ana"), (Scene { mentor: None, ..ANA }, "Vincular este teléfono")]
    {
        TOLD.take();
        let html = screen(Scene { choose: Some(Language::Spanish), ..scene });
        assert_reads(&html, &[spoken]);
        assert_eq!(foreign_sentences(&html, Language::Spanish), Vec::<String>::new());
        let expected =
            [("mark", Language::English), ("mark", Language::Spanish), ("keep", Language::Spanish)];
        assert_eq!(TOLD.take(), expected);
    }
}

fn today_view(students: bool) -> TodayView {
    let mother = Callee {
        name: "Carmen Dyer".to_owned(),
        relation: Some("Mother".to_owned()),
        language: Some("Spanish".to_owned()),
        phone: Some("+1 555 0100".to_owned()),
        restriction: Some("court order, mother only".to_owned()),
        best_hours: None,
        interpreter: false,
        may_text: None,
        wrong: false,
    };
    let call = |n, student: &str, calls| CallCard {
        match_id: id(n),
        student: student.to_owned(),
        first_name: student.split(' ').next().unwrap().to_owned(),
        absent_in_a_row: 1,
        callees: vec![mother.clone()],
        calls,
        next: Some(0),
        plan: None,
        others: vec![],
        asked_office: None,
        done: false,
    };
    let no_answer = RecordedCall {
        key: "a-1".parse().unwrap(),
        contact: Contact::call(ContactKind::WakeUpCall, CallOutcome::NoAnswer),
        outcome: CallOutcome::NoAnswer,
        minute: 425,
        state: EntryState::Saved,
    };
    TodayView {
        mentor: "Ana Ruiz".to_owned(),
        day: today(),
        minute: 6 * 60 + 58,
        day_type: Some(DayType::Instructional),
        school_day_number: Some(31),
        bell_minute: Some(485),
        calls: if students {
            vec![call(3, "Tyrone Dyer", vec![]), call(4, "Jeremy Coleman", vec![no_answer])]
        } else {
            vec![]
        },
        door: if students {
            DoorSummary { students: 2, greeted: 0, absent_yesterday: 1 }
        } else {
            DoorSummary::default()
        },
        due: DueToday::default(),
        texting: TextPolicy::Guardians,
        school: "Lincoln Middle".to_owned(),
        waits_for: vec![],
    }
}

fn door_view(students: bool) -> DoorView {
    let row = |n, student: &str, absent_in_a_row, check| DoorRow {
        match_id: id(n),
        student: student.to_owned(),
        first_name: student.split(' ').next().unwrap().to_owned(),
        absent_in_a_row,
        week: WeekDosage { available: 5, done: 2, wanted: 3 },
        check,
        others: vec![],
    };
    let greeted = RecordedDoorCheck {
        key: "a-2".parse().unwrap(),
        result: DoorResult::Greeted,
        minute: 463,
        state: EntryState::Saved,
    };
    let rows =
        vec![row(2, "Maximiliano Castellanos-Ortega", 2, None), row(1, "Lisa Woods", 0, Some(greeted))];
    DoorView {
        day: today(),
        is_today: true,
        day_type: Some(DayType::Instructional),
        bell_minute: Some(485),
        rows: if students { rows } else { vec![] },
    }
}

fn caseload(students: bool) -> CaseloadView {
    let row = CaseloadRow {
        match_id: id(1),
        student: "Lisa Woods".to_owned(),
        grade: Some("7".to_owned()),
        figure: AbsenceFigure::from_days(4, 31),
        week: WeekDosage { available: 5, done: 2, wanted: 3 },
    };
    CaseloadView {
        limits: Default::default(),
        rows: if students { vec![row] } else { vec![] },
        last_group: vec![],
    }
}

fn student_view() -> StudentView {
    let first: SchoolDay = "2025-10-01".parse().unwrap();
    let day = |n: u64| MonthDay {
        day: first.plus(n),
        day_type: (first.plus(n).weekday().number_from_monday() <= 5).then_some(DayType::Instructional),
        official: (n < 13 && first.plus(n).weekday().number_from_monday() <= 5)
            .then_some(AttendanceStatus::Present),
        marks: if n == 12 { vec![CalendarMark::Present] } else { vec![] },
    };
    let entry = |key: &str, what, voided| LogEntry {
        key: key.parse().unwrap(),
        day: today(),
        made: LocalTime { day: today(), minute: 463 },
        what,
        voided,
        voided_at: voided.then_some(LocalTime { day: today(), minute: 552 }),
        state: EntryState::Saved,
    };
    let text = "Asked about the bus".to_owned().try_into().unwrap();
    let note = What::Note { text, audience: Audience::Match, class: NoteClass::Shareable };
    StudentView {
        match_id: id(1),
        student: "Lisa Woods".to_owned(),
        first_name: "Lisa".to_owned(),
        grade: Some("7".to_owned()),
        school: "Lincoln Middle".to_owned(),
        today: today(),
        school_days_together: 31,
        figure: AbsenceFigure::from_days(4, 31),
        limits: Default::default(),
        record_complete_to: Some(today().minus(1)),
        month: MonthView { first, days: (0..31).map(day).collect() },
        present_in_a_row: 5,
        others: vec![],
        weekdays: WeekdayPattern::default(),
        weeks: vec![],
        school_help: SchoolHelp::default(),
        granted: Vec::new(),
        callees: vec![],
        log: [entry("a-3", note, false), entry("a-2", What::DoorCheck(DoorResult::Greeted), true)]
            .into_iter()
            .chain(
                day::every_kind()
                    .into_iter()
                    .zip(10..)
                    .map(|(what, n)| entry(&format!("a-{n}"), what, false)),
            )
            .collect(),
        record: Box::default(),
    }
}
