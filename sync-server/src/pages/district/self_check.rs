//! The captain's look at the five supports, and how they stood before.

use std::collections::BTreeMap;

use axum::response::Html;
use daymark_components::{Words, say};
use daymark_domain::{DistrictSupport, SchoolDay, SupportStanding};
use dioxus::prelude::*;

use super::{Choice, Frame, choice, typed, wrong_notice};
use crate::auth::permissions::{Does, may};
use crate::pages::form_token;
use crate::service::district_form::{Fields, Question, Wrong};
use crate::store::district::{Said, SupportSaid};
use crate::store::sessions::SignedIn;

/// The page.
pub fn page(
    words: Words,
    who: &SignedIn,
    rows: &[Said<SupportSaid>],
    fields: &Fields,
    wrong: Option<Wrong>,
) -> Html<String> {
    let body = rsx! {
        p { class: "section", {say!(words, "self-check-lead")} }
        {wrong_notice(words, wrong)}
        {table(words, rows)}
        if may(who.role, Does::Changes, "/district/self-check") {
            form { class: "panel questions", method: "post", action: "/district/self-check",
                {form_token(who)}
                h2 { {say!(words, "self-check-new")} }
                for support in DistrictSupport::ALL.iter().copied() {
                    {field(words, support, rows.iter().find(|said| said.what.0 == support), fields, wrong)}
                }
                button { class: "btn", "data-testid": "save-self-check", {say!(words, "self-check-save")} }
            }
        }
    };
    let (title, sub) = (say!(words, "self-check-title"), say!(words, "self-check-sub"));
    Frame { who, title, sub, here: "/district/self-check" }.page(words, body)
}

fn field(
    words: Words,
    support: DistrictSupport,
    known: Option<&Said<SupportSaid>>,
    fields: &Fields,
    wrong: Option<Wrong>,
) -> Element {
    // Notes belong to their day; how far a support has come is asked anew from where it stood.
    let answer = match (fields.is_empty(), known) {
        (true, Some(said)) => said.what.1.word(),
        _ => typed(fields, support.field()),
    };
    let standings = SupportStanding::ALL.iter();
    let of = Choice {
        field: support.field(),
        note_field: support.note_field(),
        question: say!(words, "self-check-support", word: support.word()),
        about: say!(words, "self-check-about", word: support.word()),
        answers: standings.map(|standing| (standing.word(), said(words, *standing))).collect(),
        answer,
        note: typed(fields, support.note_field()),
        wrong,
    };
    choice(words, &of)
}

fn said(words: Words, standing: SupportStanding) -> String {
    say!(words, "self-check-standing", word: standing.word())
}

/// A column a save, the latest first.
fn table(words: Words, rows: &[Said<SupportSaid>]) -> Element {
    let mut saves: BTreeMap<(i64, SchoolDay), Vec<&Said<SupportSaid>>> = BTreeMap::new();
    rows.iter().for_each(|said| saves.entry((said.at, said.day)).or_default().push(said));
    let saves: Vec<_> = saves.into_iter().rev().take(6).collect();
    rsx! {
        if saves.is_empty() {
            p { class: "section", {say!(words, "self-check-none")} }
        } else {
            div { class: "scroll section", tabindex: "0", role: "region", "aria-label": say!(words, "self-check-title"),
                table { class: "figures",
                    thead { tr {
                        th { scope: "col", {say!(words, "self-check-col")} }
                        for ((_, day), _) in &saves {
                            th { scope: "col", {words.day_and_year(*day)} }
                        }
                    } }
                    tbody {
                        for support in DistrictSupport::ALL {
                            tr {
                                th { scope: "row", {say!(words, "self-check-support", word: support.word())} }
                                for (_, of_save) in &saves {
                                    td {
                                        for one in of_save.iter().filter(|one| one.what.0 == *support) {
                                            {said(words, one.what.1)}
                                            if let Some(note) = &one.note { small { "{note}" } }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
