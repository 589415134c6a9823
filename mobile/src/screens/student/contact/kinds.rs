//! What it was: the kinds of contact by the element that they belong to.

use daymark_components::say;
use daymark_domain::{ContactKind, Element as Part, SchoolDay};
use dioxus::prelude::*;

use super::{Filled, Form};
use crate::app::Route;
use crate::parts::KindIcon;
use crate::voice;

/// What happens most, first.
const GROUPS: [Part; 5] =
    [Part::OneOnOne, Part::CallHome, Part::FamilyOutreach, Part::WorkWithStaff, Part::Celebrate];

/// All kinds but the greeting, which has the door.
fn kinds_of(part: Part) -> impl Iterator<Item = ContactKind> {
    let all = ContactKind::ALL.iter().copied();
    all.filter(move |kind| kind.element() == part && *kind != ContactKind::DoorGreeting)
}

#[component]
pub fn Kinds(form: Form, today: SchoolDay) -> Element {
    let words = form.words;
    let mut filled = form.filled;
    // What comes next stands elsewhere: whoever listens hears which kind it is about.
    let mut choose = move |kind| {
        form.desk.phone.say(voice::contact_kind(words, kind));
        filled.set(Some(Filled::of(kind, today)));
    };
    rsx! {
        div { class: "card stack",
            for part in GROUPS {
                fieldset { key: "{part}", class: "form-asked",
                    legend { {say!(words, "record-element", word: part.word())} }
                    div { class: "grid2",
                        for kind in kinds_of(part) {
                            button { key: "{kind}", r#type: "button", class: "form-chip kind", "data-testid": "kind-{kind}",
                                onclick: move |_| choose(kind),
                                KindIcon { kind }
                                span { "{voice::contact_kind(words, kind)}" }
                            }
                        }
                    }
                }
            }
            Link { class: "link", to: Route::Group {}, {say!(words, "record-group-link")} }
        }
    }
}

/// The chosen kind, and the way back to the others.
#[component]
pub fn Chosen(form: Form, kind: ContactKind) -> Element {
    let words = form.words;
    let mut filled = form.filled;
    rsx! {
        div { class: "card chosen",
            KindIcon { kind }
            h2 { "{voice::contact_kind(words, kind)}" }
            button { r#type: "button", class: "link", "data-testid": "kind-change", onclick: move |_| filled.set(None), {say!(words, "record-change")} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_but_the_greeting_can_be_chosen_once() {
        let mut offered: Vec<ContactKind> = GROUPS.into_iter().flat_map(kinds_of).collect();
        offered.sort();
        let mut wanted: Vec<ContactKind> = ContactKind::ALL.to_vec();
        wanted.retain(|kind| *kind != ContactKind::DoorGreeting);
        wanted.sort();
        assert_eq!(offered, wanted);
    }
}
