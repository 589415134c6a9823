//! What the school granted this mentor of a student beyond what every mentor sees, and until when.

use daymark_components::{Words, say};
use daymark_mentor_core::api::{GrantedLine, GrantedView};
use dioxus::prelude::*;

/// Left out where nothing is granted.
#[component]
pub fn Granted(words: Words, granted: Vec<GrantedView>) -> Element {
    rsx! {
        for field in granted {
            h2 { class: "sec", {say!(words, "grant-field", word: field.field.word())} }
            section { class: "card", "data-testid": "granted-{field.field}",
                p { class: "sub", {say!(words, "student-granted-until", day: words.day_plain(field.until))} }
                if field.lines.is_empty() {
                    p { {say!(words, "student-granted-nothing")} }
                }
                ul {
                    for one in field.lines { li { {line(words, &one)} } }
                }
            }
        }
    }
}

fn line(words: Words, line: &GrantedLine) -> String {
    let day = words.day_and_year(line.day);
    let what = match (&line.kind, &line.text) {
        (Some(kind), _) => say!(words, "file-indicator", word: kind.word()),
        (None, Some(text)) => text.clone(),
        (None, None) => return day,
    };
    match line.hundredths {
        Some(value) => say!(words, "student-granted-value", day: day, what: what, value: value_of(value)),
        None => say!(words, "student-granted-line", day: day, what: what),
    }
}

/// "2", "1.5", "0.25".
fn value_of(hundredths: i64) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths.rem_euclid(100));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
