//! Whatever a school, a family or another mentor wrote: on every screen it is text.

use std::cell::Cell;

use serde_json::Value;

use super::*;

/// Leaves an attribute, begins an element, and is an address that runs.
const SCRIPT: &str = "javascript:alert(1)//'\"><script>alert(1)</script><img src=x onerror=alert(1)>";
/// What stands in the markup when one of them was taken for more than text.
const RAW: [&str; 4] = ["<script", "<img src=x", "href=\"javascript:", "src=\"javascript:"];

thread_local! {
    static PLANTED: Cell<bool> = const { Cell::new(false) };
}

/// The answer with the script in each of its texts, while a test has it planted.
pub(super) fn as_planted(reply: Reply) -> Reply {
    if !PLANTED.get() {
        return reply;
    }
    let mut whole = serde_json::to_value(&reply).unwrap();
    for place in texts(&whole, String::new()) {
        let slot = whole.pointer_mut(&place).unwrap();
        let before = std::mem::replace(slot, Value::from(SCRIPT));
        // A word, an id or a key takes no other text.
        if serde_json::from_value::<Reply>(whole.clone()).is_err() {
            *whole.pointer_mut(&place).unwrap() = before;
        }
    }
    serde_json::from_value(whole).unwrap()
}

/// Where texts stand.
fn texts(value: &Value, place: String) -> Vec<String> {
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::String(_) => vec![place],
        Value::Array(all) => {
            all.iter().enumerate().flat_map(|(n, value)| texts(value, format!("{place}/{n}"))).collect()
        }
        Value::Object(all) => {
            all.iter().flat_map(|(key, value)| texts(value, format!("{place}/{}", escaped(key)))).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_script_in_any_text_that_reaches_the_phone_is_text_on_every_screen() {
    let mut shown = 0;
    for scene in all_scenes() {
        // What is tapped by its place stays; what is named by a text that was planted over is not there to be tapped.
        let scene = Scene { tap: &[], ..scene };
        PLANTED.set(true);
        let html = screen(scene.clone());
        PLANTED.set(false);
        for raw in RAW {
            assert!(!html.contains(raw), "{} would run {raw}: {html}", scene.path);
        }
        shown += usize::from(html.contains("alert(1)"));
    }
    assert!(shown > 40, "it stands on {shown} screens only: too few to prove anything");
}
