//! This phone's own page, what the platform tells, another window, the ways of the keyboard.

use std::collections::BTreeMap;

use super::*;
use crate::shell::Keeping;

const PHONE: Scene = Scene { path: "/students/phone", ..ANA };
const MB: u64 = 1024 * 1024;

/// What a test's platform is like, and what it was told.
#[derive(Default)]
pub struct Platform {
    pub storage: Storage,
    pub asked_to_keep: u32,
    pub settings: BTreeMap<String, String>,
    pub given: Vec<GivenFile>,
    pub notices: bool,
    pub reminders: Vec<(u64, String)>,
    pub badge: Option<u32>,
    pub takes_over: bool,
    pub taken_over: u32,
    pub is_a_tab: bool,
    /// How far the clock is on.
    pub seconds_on: i64,
    news: Vec<News>,
    /// Tells the screen that stands.
    pub tell: Option<mpsc::UnboundedSender<News>>,
}

thread_local! {
    static PLATFORM: RefCell<Platform> = RefCell::default();
}

pub fn platform<T>(look: impl FnOnce(&mut Platform) -> T) -> T {
    PLATFORM.with_borrow_mut(look)
}

/// What the platform has to tell, all at once.
pub fn news() -> mpsc::UnboundedReceiver<News> {
    let (tell, told) = mpsc::unbounded();
    for news in platform(|platform| std::mem::take(&mut platform.news)) {
        tell.unbounded_send(news).unwrap();
    }
    platform(|platform| platform.tell = Some(tell));
    told
}

fn answer(request: &Request, status: Status) -> Option<Result<Reply, Failure>> {
    let status = Status { mentor: Some("Ana Ruiz".to_owned()), ..status };
    matches!(request, Request::Status | Request::Sync).then_some(Ok(Reply::Status(status)))
}

fn sent(day: SchoolDay) -> Option<LocalTime> {
    Some(LocalTime { day, minute: 14 * 60 + 3 })
}

const WRONG_CLOCK: Prepares = Prepares(|request| {
    answer(request, Status { unsent: 2, refused: 1, clock_off: Some(14), ..Status::default() })
});
const NOTHING_WAITS: Prepares =
    Prepares(|request| answer(request, Status { last_sent: sent(today()), ..Status::default() }));
const WAITS_SINCE_YESTERDAY: Prepares = Prepares(|request| {
    answer(request, Status { unsent: 3, last_sent: sent(today().minus(1)), ..Status::default() })
});

const REFUSED_AND_DAMAGED: Prepares = Prepares(|request| match request {
    Request::SetAside => Some(Ok(Reply::SetAside(set_aside(4)))),
    other => answer(other, Status { refused: 4, ..Status::default() }),
});

/// What the server did not take, so many things; with the fourth the phone's data was damaged too.
pub fn set_aside(count: u32) -> SetAsideView {
    let what = What::Note {
        text: "The bus comes twenty minutes late on Tuesdays.".to_owned().try_into().unwrap(),
        audience: Audience::Match,
        class: NoteClass::Shareable,
    };
    let at = LocalTime { day: today(), minute: 8 * 60 };
    let entry = SetAsideWhat::Entry { day: today(), at, what };
    let row = |id: i64, what: Option<SetAsideWhat>, reason| {
        let student = (reason != RefusalReason::NotYourStudent).then(|| "Amir Example".to_owned());
        SetAsideRow { id, student, match_id: super::id(1), what, reason }
    };
    let rows = [
        row(1, Some(entry.clone()), RefusalReason::NotUnderstood),
        row(2, Some(entry), RefusalReason::NotYourStudent),
        row(3, Some(SetAsideWhat::TakingBack { day: today() }), RefusalReason::TooLong),
        row(4, None, RefusalReason::NotUnderstood),
    ];
    let damage = (count > 3).then_some(DamageView { at, rescued: 2, lost: 0, paired: true });
    SetAsideView { rows: rows.into_iter().take(count as usize).collect(), damage }
}

/// Every state of this part's screens, for the tests that look at all of them.
pub fn scenes() -> Vec<Scene> {
    let scenes = [
        None,
        Some(WRONG_CLOCK),
        Some(NOTHING_WAITS),
        Some(WAITS_SINCE_YESTERDAY),
        Some(REFUSED_AND_DAMAGED),
    ];
    let given = Scene { tap: &["reminders-file"], ..PHONE };
    scenes.map(|also| Scene { also, ..PHONE }).into_iter().chain([given]).collect()
}

#[test]
fn this_phones_page_says_what_it_keeps_and_what_was_sent() {
    let html = screen(Scene { also: Some(NOTHING_WAITS), ..PHONE });
    let wanted = [
        "This phone",
        "What is kept here",
        "Paired with",
        "Ana Ruiz",
        "Waiting to be sent",
        "nothing",
        "Last sent",
        "Tue 14 Oct, 14:03",
        "send-now",
        "Reminders",
        "reminder-wake-up",
        "reminder-door",
        "reminder-week",
        "reminders-file",
        "Room for entries",
        "language-es",
        "/students/library",
        "/pair",
    ];
    assert_reads(&html, &wanted);
    assert!(!html.contains("Not taken"), "nothing was refused");
}

#[test]
fn a_wrong_clock_and_refused_entries_are_said() {
    let html = screen(Scene { also: Some(WRONG_CLOCK), ..PHONE });
    assert_reads(
        &html,
        &["clock-off", "14 minutes ahead", "2 entries", "Not taken by the server", "1 entry"],
    );
    assert!(!screen(PHONE).contains("clock-off"));
}

#[test]
fn what_the_server_did_not_take_is_there_word_for_word_with_what_to_do() {
    let html = screen(Scene { also: Some(REFUSED_AND_DAMAGED), ..PHONE });
    assert_reads(
        &html,
        &[
            "was damaged when Daymark was opened (Tue 14 Oct, 8:00)",
            "The 2 entries that were not sent yet were saved",
            "damage-read",
            "Amir Example, Tue 14 Oct: ",
            "The bus comes twenty minutes late on Tuesdays.",
            "could not understand how it was written",
            "write-again",
            "discard",
            "A student who is no longer on this phone",
            "not yours any more",
            "taking an entry back; the entry stands again",
            "longer than the server takes",
            "an entry that cannot be read any more",
        ],
    );
    assert_eq!(html.matches("write-again").count(), 1, "only what may be taken is offered again");
    assert!(!screen(Scene { also: Some(NOTHING_WAITS), ..PHONE }).contains("set-aside"));
}

#[test]
fn a_phone_whose_data_was_cleared_says_so_and_offers_pairing_again() {
    let unpaired = Scene { path: "/pair", mentor: None, ..ANA };
    assert!(!screen(unpaired.clone()).contains("was-cleared"), "a new phone");
    screen(PHONE);
    assert_eq!(platform(|platform| platform.settings.get("was-paired").cloned()).as_deref(), Some("yes"));
    let html = screen(unpaired);
    assert_reads(&html, &["was-cleared", "What was sent is safe at the school", "pair-code"]);
    platform(|platform| platform.settings.clear());
}

#[test]
fn a_nearly_full_phone_says_so_with_what_to_do() {
    platform(|platform| platform.storage = Storage { free: Some(12 * MB), ..Storage::default() });
    let html = screen(PHONE);
    assert_reads(&html, &["storage-full", "12 MB are left", "delete some photos", "12 MB free for Daymark"]);
    platform(|platform| platform.storage = Storage { free: Some(512 * MB), ..Storage::default() });
    assert!(!screen(PHONE).contains("storage-full"));
}

#[test]
fn the_browser_is_asked_to_keep_entries_once_there_are_some_and_its_answer_is_told() {
    platform(|platform| platform.storage.keeping = Keeping::MayBeCleared);
    let html = screen(Scene { also: Some(NOTHING_WAITS), ..PHONE });
    assert_eq!(platform(|platform| platform.asked_to_keep), 0, "there is nothing to keep yet");
    assert_reads(&html, &["This browser may clear what is saved here", "keep-storage"]);
    platform(|platform| platform.storage.keeping = Keeping::Promised);
    let html = screen(PHONE);
    assert_eq!(platform(|platform| platform.asked_to_keep), 1);
    assert_reads(&html, &["This browser has promised not to clear"]);
    assert!(!html.contains("keep-storage"));
}

#[test]
fn entries_of_yesterday_in_a_place_that_may_be_cleared_are_a_reason_to_look_for_a_network() {
    let waits = Scene { also: Some(WAITS_SINCE_YESTERDAY), ..PHONE };
    platform(|platform| platform.storage.keeping = Keeping::MayBeCleared);
    assert_reads(&screen(waits.clone()), &["storage-unsent", "open Daymark where there is a network"]);
    platform(|platform| platform.storage.keeping = Keeping::Promised);
    assert!(!screen(waits).contains("storage-unsent"), "the browser promised to keep them");
}

#[test]
fn reminders_leave_as_a_file_that_names_nobody() {
    let html = screen(Scene { tap: &["reminders-file"], ..PHONE });
    assert_reads(&html, &["reminders-given", "daymark-reminders.ics is in your downloads"]);
    let file = platform(|platform| platform.given.pop()).unwrap();
    assert_eq!((file.name, file.media_type), ("daymark-reminders.ics", "text/calendar"));
    let wanted =
        ["BEGIN:VCALENDAR", "T064500", "SUMMARY:Wake-up calls · Daymark", "SUMMARY:At the school door"];
    assert_reads(&file.text, &wanted);
    for name in ["Lisa", "Woods", "Tyrone", "Dyer", "Jeremy", "Ana", "Ruiz", "Lincoln"] {
        assert!(!file.text.contains(name), "{name} in {}", file.text);
    }
    let first = file.text.clone();
    screen(Scene { tap: &["reminders-file"], ..PHONE });
    let second = platform(|platform| platform.given.pop()).unwrap();
    let uids = |text: &str| {
        text.lines().filter(|line| line.starts_with("UID")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(uids(&first), uids(&second.text), "a second file takes the place of the first");
}

#[test]
fn while_the_app_is_open_the_rest_of_the_day_is_announced_if_the_mentor_wants_it() {
    assert!(!screen(PHONE).contains("reminder-notices"), "a platform without notices is not spoken of");
    platform(|platform| platform.notices = true);
    assert!(screen(PHONE).contains("reminder-notices"));
    assert_eq!(platform(|platform| platform.reminders.clone()), [], "nobody asked for it");
    platform(|platform| platform.settings.insert("notices".to_owned(), "on".to_owned()));
    screen(ANA);
    // It is 6:58 on a Tuesday: the calls' hour is over, the door is at 7:40, the week is looked at on Wednesday.
    let door = "Open the door list in Daymark and greet your students.".to_owned();
    assert_eq!(platform(|platform| platform.reminders.clone()), [(42 * 60, door)]);
}

#[test]
fn a_newer_build_that_waits_is_said_calmly() {
    platform(|platform| platform.news = vec![News::NewVersion]);
    assert_reads(&screen(PHONE), &["new-version", "the next time you close Daymark"]);
    assert!(!screen(PHONE).contains("new-version"));
}

#[test]
fn the_apps_sign_counts_what_is_due_when_nobody_looks() {
    platform(|platform| platform.news = vec![News::LookedAway]);
    screen(Scene { holds: Holds::Much, ..ANA });
    assert_eq!(platform(|platform| platform.badge), Some(4), "two absent, a goal, a follow-up");
    assert_eq!(WRITTEN.take(), [Request::SetLookedAt { looked_at: false }]);
}

#[test]
fn another_window_of_the_browser_can_be_taken_over() {
    platform(|platform| platform.takes_over = true);
    let elsewhere = Scene { fatal: Some(Failure::OpenElsewhere), ..ANA };
    let html = screen(Scene { tap: &["take-over"], ..elsewhere.clone() });
    assert_eq!(platform(|platform| platform.taken_over), 1);
    assert!(html.contains("Opening Daymark"), "{html}");
    let html = screen(elsewhere);
    assert_reads(
        &html,
        &["Open in another window", "You can go on in this one", "take-over", "Nothing is lost"],
    );
    assert!(!html.contains("try-again"));
}

#[test]
fn the_keyboard_finds_its_way_from_every_screen() {
    let html = screen(Scene { path: "/students/week", ..ANA });
    let wanted =
        ["class=\"skip\"", "href=\"#screen\"", "id=\"screen\"", "data-shortcut=\"1\"", "data-shortcut=\"3\""];
    for text in wanted {
        assert!(html.contains(text), "{text} is missing in {html}");
    }
    assert_reads(&html, &["aria-keyshortcuts=\"Alt+1\"", "aria-keyshortcuts=\"Alt+3\""]);
    let unpaired = screen(Scene { mentor: None, ..ANA });
    assert!(!unpaired.contains("class=\"skip\""), "the first stop of Tab is the code");
}

#[test]
fn the_android_manifest_asks_for_little_and_gives_nothing_away() {
    let manifest = include_str!("../../android/AndroidManifest.xml");
    let permissions: Vec<_> = manifest
        .split("<uses-permission android:name=\"android.permission.")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(permissions, ["INTERNET", "VIBRATE"]);
    for promise in [
        "android:allowBackup=\"false\"",
        "android:fullBackupContent=\"false\"",
        "android:dataExtractionRules=\"@xml/data_extraction_rules\"",
        "android:usesCleartextTraffic=\"false\"",
        "android:launchMode=\"singleTask\"",
        "android:scheme=\"tel\"",
        "android:scheme=\"smsto\"",
    ] {
        assert!(manifest.contains(promise), "{promise}");
    }
    let rules = include_str!("../../android/res/xml/data_extraction_rules.xml");
    let kept_back = |domain: &str| rules.matches(&format!("<exclude domain=\"{domain}\" />")).count();
    for domain in ["root", "file", "database", "sharedpref", "external"] {
        assert_eq!(kept_back(domain), 2, "{domain}: neither to the cloud nor to another phone");
    }
}

#[test]
fn what_the_native_shells_are_told_is_well_formed() {
    let files = [
        include_str!("../../android/AndroidManifest.xml"),
        include_str!("../../android/res/xml/data_extraction_rules.xml"),
        include_str!("../../android/res/values/styles.xml"),
        include_str!("../../ios/Info.plist"),
        include_str!("../../ios/Daymark.entitlements"),
    ];
    for file in files {
        let mut open = vec![];
        for tag in file.split('<').skip(1).map(|rest| rest.split_once('>').expect("a tag ends").0) {
            let name = tag.split(char::is_whitespace).next().unwrap_or_default();
            match tag {
                tag if tag.starts_with(['!', '?']) || tag.ends_with('/') => {}
                tag if tag.starts_with('/') => assert_eq!(open.pop(), Some(&name[1..]), "{file}"),
                _ => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?} stays open in {file}");
    }
    let activity = include_str!("../../android/MainActivity.kt");
    let keys = include_str!("../../web/keys.js");
    for name in ["daymarkBack", "daymarkPlatform"] {
        assert!(
            activity.contains(name) && keys.contains(name),
            "{name} is called by one and offered by the other"
        );
    }
}
