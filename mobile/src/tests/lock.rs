//! Before a closed phone: the pad, a PIN of one's own, what waits, what is said when nothing may be shown.

use super::*;
use crate::tests::shell::platform;

const LOCKED: Scene = Scene { access: Some(Access::Locked { tries_left: 10 }), ..ANA };
const NEW: Scene = Scene { access: Some(Access::PinWanted), ..ANA };

/// Only this PIN opens; what is asked of an open phone is answered as ever.
const RIGHT: Prepares = Prepares(|request| match request {
    Request::Unlock { pin } if pin.digits() == "481516" => Some(Ok(Reply::Access(Access::Open))),
    Request::Unlock { .. } => Some(Ok(Reply::WrongPin { tries_left: 1 })),
    Request::SetPin { .. } => Some(Ok(Reply::Access(Access::Open))),
    Request::Lock => Some(Ok(Reply::Access(Access::Locked { tries_left: 10 }))),
    _ => None,
});

const PIN: [&str; 7] = ["pad-4", "pad-8", "pad-1", "pad-5", "pad-1", "pad-6", "pad-done"];
const ROW: [&str; 7] = ["pad-1", "pad-2", "pad-3", "pad-4", "pad-5", "pad-6", "pad-done"];

/// Every state of these screens, for the tests that look at all of them.
pub fn scenes() -> Vec<Scene> {
    let closed = [
        Access::PinWanted,
        Access::Locked { tries_left: 10 },
        Access::Locked { tries_left: 3 },
        Access::LeaseOver,
        Access::Destroyed { why: Why::WrongPins },
        Access::Destroyed { why: Why::Asked },
        Access::Destroyed { why: Why::School },
    ];
    let closed = closed.map(|access| Scene { access: Some(access), also: Some(RIGHT), ..ANA });
    let wrong = Scene { also: Some(RIGHT), tap: &ROW, ..LOCKED };
    let weak = Scene { also: Some(RIGHT), tap: &ROW, ..NEW };
    let short = Scene { tap: &["pad-1", "pad-done"], ..LOCKED };
    let change = Scene { path: "/students/phone", tap: &["pin-change"], ..ANA };
    closed.into_iter().chain([wrong, weak, short, change]).collect()
}

#[test]
fn a_locked_phone_shows_the_pad_and_nothing_of_anybody_whatever_the_address() {
    platform(|platform| platform.settings.insert("waiting".to_owned(), "3".to_owned()));
    for path in ["/", "/door", "/students", "/students/phone"] {
        let html = screen(Scene { path, ..LOCKED });
        assert_reads(
            &html,
            &["Daymark is locked", "3 entries wait to be sent; they are safe", "pad-1", "pad-done"],
        );
        for name in ["Ana", "Tyrone", "Lisa", "tab-today"] {
            assert!(!html.contains(name), "{name} at {path}");
        }
    }
    platform(|platform| platform.settings.clear());
}

#[test]
fn the_pin_opens_the_screen_that_was_asked_for() {
    let html = screen(Scene { path: "/door", also: Some(RIGHT), tap: &PIN, ..LOCKED });
    assert_reads(&html, &["tab-door"]);
    assert!(!html.contains("pad-1"));
}

#[test]
fn a_wrong_pin_says_what_is_left_and_what_comes_then() {
    let html = screen(Scene { also: Some(RIGHT), tap: &ROW, ..LOCKED });
    assert_reads(&html, &["That was not the PIN. 1 try is left", "forgets everything", "data-count=\"0\""]);
    let html = screen(Scene { tap: &["pad-1", "pad-2", "pad-delete", "pad-done"], ..LOCKED });
    assert_reads(&html, &["data-count=\"1\"", "at least six digits"]);
}

#[test]
fn a_pin_is_chosen_twice_and_not_one_that_anybody_would_try() {
    let html = screen(Scene { also: Some(RIGHT), tap: &ROW, ..NEW });
    assert_reads(&html, &["Choose a PIN", "Those digits stand in a row", "pad-1", "Nobody can look it up"]);
    let html = screen(Scene { also: Some(RIGHT), tap: &PIN, ..NEW });
    assert_reads(&html, &["So that you and Daymark mean the same one", "The same PIN again"]);
    let twice: &[&str] = &[PIN, PIN].concat().leak()[..];
    assert_reads(&screen(Scene { also: Some(RIGHT), tap: twice, ..NEW }), &["tab-today"]);
    let other: &[&str] = &[PIN, ROW].concat().leak()[..];
    assert_reads(
        &screen(Scene { also: Some(RIGHT), tap: other, ..NEW }),
        &["two different PINs", "Choose a PIN"],
    );
}

#[test]
fn the_phone_closes_by_a_tap_and_says_so_at_once() {
    let html = screen(Scene { path: "/students/phone", also: Some(RIGHT), tap: &["lock-now"], ..ANA });
    assert_reads(&html, &["Daymark is locked", "7 entries wait to be sent"]);
    platform(|platform| platform.settings.clear());
}

#[test]
fn it_closes_itself_when_nobody_touched_it_for_a_quarter_of_an_hour_or_looked_for_five_minutes() {
    let left = |news: &[(i64, News)]| {
        let mut drawn = Mutations::default();
        let mut dom = VirtualDom::new_with_props(Stage, Scene { also: Some(RIGHT), ..ANA });
        dom.rebuild(&mut drawn);
        settle(&mut dom, &mut drawn);
        for (seconds, news) in news {
            platform(|platform| platform.seconds_on = *seconds);
            platform(|platform| platform.tell.clone()).unwrap().unbounded_send(*news).unwrap();
            settle(&mut dom, &mut drawn);
        }
        platform(|platform| platform.seconds_on = 0);
        dioxus_ssr::render(&dom).contains("Daymark is locked")
    };
    assert!(!left(&[(899, News::Tick)]));
    assert!(left(&[(900, News::Tick)]));
    assert!(!left(&[(10, News::LookedAway), (309, News::LookedAt)]));
    assert!(left(&[(10, News::LookedAway), (310, News::LookedAt)]));
    assert!(left(&[(10, News::LookedAway), (310, News::Tick)]));
    assert!(!left(&[(10, News::LookedAway), (20, News::LookedAt), (400, News::Tick)]), "somebody came back");
    assert!(left(&[(-60, News::Tick)]), "a clock that was set back");
}

#[test]
fn a_phone_whose_lease_ran_out_says_what_to_do_and_shows_nobody() {
    let html = screen(Scene { access: Some(Access::LeaseOver), ..ANA });
    assert_reads(&html, &["Out of touch for too long", "7 entries wait", "Nothing is lost", "lease-send"]);
    assert!(!html.contains("Tyrone"));
}

#[test]
fn a_phone_that_forgot_everything_says_why_and_can_be_paired() {
    let gone = |why| screen(Scene { mentor: None, access: Some(Access::Destroyed { why }), ..ANA });
    assert_reads(&gone(Why::WrongPins), &["After ten wrong PINs", "Ask your coordinator", "pair-code"]);
    assert_reads(&gone(Why::School), &["The school has taken", "pair-code"]);
}

#[test]
fn a_browsers_tab_keeps_nothing_it_is_installed_or_used_once() {
    platform(|platform| platform.is_a_tab = true);
    let tab = Scene { mentor: None, path: "/pair", ..ANA };
    let html = screen(tab.clone());
    assert_reads(&html, &["Install Daymark first", "Add to Home screen", "iPhone", "4T9KX10QZ7", "use-once"]);
    assert!(!html.contains("pair-code"));
    let html = screen(Scene { tap: &["use-once"], ..tab });
    assert_reads(&html, &["Nothing is kept here", "pair-code"]);
    platform(|platform| platform.is_a_tab = false);
}
