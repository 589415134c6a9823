//! Makes this phone a mentor's: the code that the coordinator's page shows, scanned or typed, and three words that both
//! compare.

use daymark_components::{Words, say};
use daymark_mentor_core::api::{Failure, Reply, Request};
use dioxus::dioxus_core::spawn_forever;
use dioxus::prelude::*;

use crate::app::Route;
use crate::parts::{Languages, Page};
use crate::phone::{Phone, unexpected, use_phone, use_words};
use crate::screens::lock::Gone;
use crate::voice;

/// How long between two looks for the coordinator's word.
const LOOK_EVERY_MS: u32 = 1_500;
const CODE_CHARACTERS: usize = 10;
/// Crockford's base 32: no I, L, O, U, so that nothing can be mistaken for 1, 0 or V.
const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Why a typed text is no pairing code.
#[derive(Debug, PartialEq, Eq)]
enum NoCode {
    /// Another number of characters than ten.
    Length(usize),
    /// Characters that no code has.
    Characters(String),
}

/// Reads a code however it was typed: spaces, hyphens and small letters, O for 0, I and L for 1.
fn read_code(text: &str) -> Result<String, NoCode> {
    let typed = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    let code: String = typed.flat_map(char::to_uppercase).map(meant).collect();
    let foreign: String = code.chars().filter(|c| !ALPHABET.contains(*c)).collect();
    match code.chars().count() {
        _ if !foreign.is_empty() => Err(NoCode::Characters(foreign)),
        CODE_CHARACTERS => Ok(code),
        length => Err(NoCode::Length(length)),
    }
}

fn meant(character: char) -> char {
    match character {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// A pasted link is as good as the code in it, and names the server too: `https://host/#pair=CODE`.
fn read_link(text: &str) -> Option<(String, String)> {
    let (address, code) = text.trim().split_once("#pair=")?;
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split('/').next()?;
    Some((format!("{scheme}://{host}"), code.to_owned()))
}

/// Why the phone was not paired. Said when it is shown, so that it is in the language that is spoken then.
enum Problem {
    Code(NoCode),
    NoServer,
    Core(Failure),
}

fn problem_says(words: Words, problem: &Problem) -> String {
    match problem {
        Problem::Code(NoCode::Length(n)) => say!(words, "pair-code-incomplete", n: *n),
        Problem::Code(NoCode::Characters(what)) => {
            say!(words, "pair-code-wrong-character", what: what.as_str())
        }
        Problem::NoServer => say!(words, "pair-server-missing"),
        Problem::Core(failure) => voice::failure(words, failure),
    }
}

#[component]
pub fn PairScreen() -> Element {
    let phone = use_phone();
    let words = use_words();
    let own_server = use_hook(|| phone.shell().own_server());
    let asks_server = own_server.is_none();
    let brought = use_hook(|| phone.shell().pairing_code().unwrap_or_default());
    // The boxes keep their own text: writing it back at each key would lose keys of a fast hand.
    let mut code = use_signal(|| brought.clone());
    let mut server = use_signal(String::new);
    let mut problem = use_signal(|| None::<Problem>);
    let mut busy = use_signal(|| false);

    let submit = move |event: FormEvent| {
        event.prevent_default();
        let typed = Typed { own_server: own_server.clone(), server: server(), code: code() };
        if busy() {
            return;
        }
        busy.set(true);
        spawn_forever(async move {
            let asked = pair(phone, typed).await;
            // The screen may have been left meanwhile.
            let (Ok(mut busy), Ok(mut problem)) = (busy.try_write(), problem.try_write()) else { return };
            *busy = false;
            *problem = asked.err();
        });
    };
    let mentor = phone.status.read().mentor.clone();
    if let Some(three) = phone.status.read().pairing.clone() {
        return rsx! { WordsScreen { three, refused: move |reason| problem.set(Some(Problem::Core(reason))) } };
    }
    rsx! {
        Page { title: say!(words, "pair-title"), ready: true,
            form { class: "card stack", onsubmit: submit,
                if let Some(mentor) = mentor { p { class: "notice", {say!(words, "pair-already", mentor: mentor)} } }
                Gone {}
                if phone.status.read().cleared { p { class: "notice bad", "data-testid": "school-cleared", {say!(words, "pair-school-cleared")} } }
                else if phone.was_cleared() { p { class: "notice bad", "data-testid": "was-cleared", {say!(words, "pair-was-cleared")} } }
                p { {say!(words, "pair-lead")} }
                if asks_server {
                    label { class: "field",
                        {say!(words, "pair-server")}
                        input { r#type: "url", name: "server", inputmode: "url", autocomplete: "url", "data-testid": "pair-server",
                            oninput: move |event| server.set(event.value()) }
                        small { {say!(words, "pair-server-hint")} }
                    }
                }
                label { class: "field code-input",
                    {say!(words, "pair-code")}
                    input { r#type: "text", name: "code", "data-testid": "pair-code", autocomplete: "one-time-code",
                        autocapitalize: "characters", spellcheck: "false", enterkeyhint: "go",
                        "aria-invalid": problem.read().is_some().to_string(), "aria-describedby": "pair-hint",
                        initial_value: brought, oninput: move |event| code.set(event.value()) }
                    small { id: "pair-hint", {say!(words, "pair-code-hint")} }
                }
                if let Some(problem) = problem.read().as_ref() {
                    p { class: "notice bad", role: "alert", "data-testid": "pair-problem", "{problem_says(words, problem)}" }
                }
                button { r#type: "submit", class: "btn", "data-testid": "pair-submit", "aria-busy": busy().to_string(),
                    if busy() { {say!(words, "pair-working")} } else { {say!(words, "pair-submit")} }
                }
                p { class: "quiet-text", {say!(words, "pair-privacy")} }
            }
            Languages {}
        }
    }
}

/// The three words, until the coordinator has compared them. They outlive the app: it asks again when it is opened.
#[component]
fn WordsScreen(three: [String; 3], refused: EventHandler<Failure>) -> Element {
    let phone = use_phone();
    let words = use_words();
    let navigator = navigator();
    let mut offline = use_signal(|| false);
    use_hook(move || {
        spawn_forever(async move {
            loop {
                phone.shell().rest(LOOK_EVERY_MS).await;
                let looked = phone.ask(Request::LookForPairing).await;
                if let Ok(mut offline) = offline.try_write() {
                    *offline = matches!(looked, Err(Failure::NoConnection));
                }
                match looked {
                    Err(failure @ (Failure::CodeRefused | Failure::WordsDiffer)) => {
                        let _ = phone.ask(Request::Status).await;
                        refused.call(failure);
                        return;
                    }
                    Ok(Reply::Status(status)) if status.pairing.is_none() => {
                        if status.mentor.is_some() {
                            phone.look_again();
                            navigator.replace(Route::Today {});
                        }
                        return;
                    }
                    _ => {}
                }
            }
        });
    });
    rsx! {
        Page { title: say!(words, "pair-words-title"), ready: true,
            section { class: "card stack",
                p { {say!(words, "pair-words-lead")} }
                p { class: "three-words", "data-testid": "pair-words",
                    for word in three { strong { "{word}" } " " }
                }
                p { role: "status", {say!(words, "pair-words-wait")} }
                if offline() { p { class: "notice bad", {say!(words, "pair-words-offline")} } }
                button { r#type: "button", class: "btn quiet", "data-testid": "pair-give-up",
                    onclick: move |_| { spawn_forever(async move { let _ = phone.ask(Request::GiveUpPairing).await; }); },
                    {say!(words, "pair-give-up")}
                }
            }
            Languages {}
        }
    }
}

/// What stands in the boxes; the server that a page came from needs no box, and has no other.
struct Typed {
    own_server: Option<String>,
    server: String,
    code: String,
}

async fn pair(phone: Phone, typed: Typed) -> Result<(), Problem> {
    let (server, code) = read_link(&typed.code).unwrap_or((typed.server.trim().to_owned(), typed.code));
    let server = typed.own_server.unwrap_or(server);
    let code = read_code(&code).map_err(Problem::Code)?;
    if !server.starts_with("https://") && !server.starts_with("http://") {
        return Err(Problem::NoServer);
    }
    let language = phone.words().language().word().to_owned();
    match phone.ask(Request::Pair { server, code, language }).await.map_err(Problem::Core)? {
        Reply::Status(_) => Ok(()),
        _ => Err(Problem::Core(unexpected())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_was_typed() {
        for typed in ["4T9KX10QZ7", "4t9kx 10qz7", " 4T9KX-1OQZ7", "4t9kx-l0qz7", "4t9kxi0qz7"] {
            assert_eq!(read_code(typed), Ok("4T9KX10QZ7".to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        assert_eq!(read_code("4t9 kx"), Err(NoCode::Length(5)));
        assert_eq!(read_code(""), Err(NoCode::Length(0)));
        assert_eq!(read_code("4t9ku-10qz!"), Err(NoCode::Characters("U!".to_owned())));
    }

    #[test]
    fn a_pasted_link_names_server_and_code() {
        let read = read_link("https://daymark.example.org:8443/#pair=4T9KX10QZ7");
        assert_eq!(read, Some(("https://daymark.example.org:8443".to_owned(), "4T9KX10QZ7".to_owned())));
        assert_eq!(read_link("4T9KX10QZ7"), None);
    }
}
