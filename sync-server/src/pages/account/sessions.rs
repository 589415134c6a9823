//! Where somebody is signed in.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use crate::auth::hex;
use crate::pages::form_token;
use crate::service::school_time;
use crate::store::schools::School;
use crate::store::sessions::{SessionLine, SignedIn};

/// All of it, this one named.
pub(super) fn list(
    words: Words,
    who: &SignedIn,
    school: &School,
    sessions: &[SessionLine],
    here: [u8; 32],
) -> Element {
    let moment = |moment| {
        let at = school_time::at(school, moment);
        format!("{} · {}", words.day_and_year(at.day), words.time_of_minute(at.minute))
    };
    rsx! {
        section { class: "panel", id: "sessions",
            h2 { {say!(words, "account-sessions")} }
            div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "account-sessions"),
                table {
                    thead { tr {
                        th { scope: "col", {say!(words, "account-session-browser")} }
                        th { scope: "col", {say!(words, "account-session-began")} }
                        th { scope: "col", {say!(words, "account-session-seen")} }
                        th { scope: "col", {say!(words, "account-session-end-col")} }
                    } }
                    tbody {
                        for session in sessions {
                            tr {
                                th { scope: "row", {browser(words, session)} }
                                td { {moment(session.began_at)} }
                                td { {moment(session.seen_at)} }
                                td {
                                    if session.token_hash == here {
                                        {say!(words, "account-session-this")}
                                    } else {
                                        form { method: "post", action: "/account/sessions/end",
                                            {form_token(who)}
                                            input { r#type: "hidden", name: "session", value: hex(&session.token_hash) }
                                            button { class: "small-btn end",
                                                "aria-label": say!(words, "account-session-end-which", browser: browser(words, session)),
                                                {say!(words, "account-session-end")}
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if sessions.len() > 1 {
                form { method: "post", action: "/account/sessions/end-others",
                    {form_token(who)}
                    button { class: "small-btn end", {say!(words, "account-session-end-others")} }
                }
            }
        }
    }
}

fn browser(words: Words, session: &SessionLine) -> String {
    match &*session.browser {
        "" => say!(words, "account-session-unknown"),
        known => known.to_owned(),
    }
}
