//! The routes, and what stands around every screen.

use daymark_components::say;
use daymark_domain::MatchId;
use daymark_mentor_core::api::Access;
use dioxus::prelude::*;

use crate::parts::{Page, Shortcuts, Watched};
use crate::phone::{Link as CoreLink, use_phone, use_words};
use crate::screens::lock::{ChoosePinScreen, InstallScreen, LeaseScreen, UnlockScreen};
use crate::screens::{
    AgreementScreen, DoorScreen, GroupScreen, LibraryScreen, MyMonthScreen, MyWeekScreen, PairScreen,
    StudentPageName, StudentPageScreen, StudentScreen, StudentsScreen, ThisPhoneScreen, TodayScreen,
    TroubleScreen,
};
use crate::shell::use_provide_around;

/// Where one can be. Addresses hold ids, never a name.
#[derive(Clone, Debug, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Frame)]
        #[redirect("/today", || Route::Today {})]
        /// Who to call before the bell, who to greet at it.
        #[route("/")]
        Today {},
        /// One tap a greeting.
        #[route("/door")]
        Door {},
        /// All students of this mentor.
        #[route("/students")]
        Students {},
        /// This mentor's week. Below `/students`, so that server and service worker know its address as one of theirs; an
        /// id of a match is never a word.
        #[route("/students/week")]
        MyWeek {},
        /// This mentor's month.
        #[route("/students/month")]
        MyMonth {},
        /// One contact with several students.
        #[route("/students/group")]
        Group {},
        /// What helps: scripts, tips, activities, addresses.
        #[route("/students/library")]
        Library {},
        /// The confidentiality agreement.
        #[route("/students/agreement")]
        Agreement {},
        /// This phone: language, reminders, what is kept.
        #[route("/students/phone")]
        ThisPhone {},
        /// One student's page.
        #[route("/students/:match_id")]
        Student {
            /// Whose.
            match_id: MatchId
        },
        /// One thing to do or to see for one student.
        #[route("/students/:match_id/:page")]
        StudentPage {
            /// Whose.
            match_id: MatchId,
            /// Which thing.
            page: StudentPageName,
        },
        /// Makes this phone a mentor's.
        #[route("/pair")]
        Pair {},
        /// An address that leads nowhere.
        #[route("/:..rest")]
        Lost {
            /// What stood in the address.
            rest: Vec<String>
        },
}

/// All screens. Needs a phone and words from above (`use_provide_phone`).
#[component]
pub fn Screens() -> Element {
    use_provide_around(use_phone());
    rsx! { Router::<Route> {} }
}

/// Until the core is open, and while the phone may not be read, there is one screen only, whatever the address.
#[component]
fn Frame() -> Element {
    let phone = use_phone();
    let words = use_words();
    let access = *phone.access.read();
    let link = phone.link.read().clone();
    let keeps_nothing = !phone.shell().is_installed() && !*phone.once.read();
    rsx! {
        Watched {
        match link {
            CoreLink::Opening => rsx! {
                div { class: "app", main { div { class: "empty", "aria-busy": "true", p { {say!(words, "opening")} } } } }
            },
            CoreLink::Failed(failure) => rsx! { TroubleScreen { failure } },
            CoreLink::Open => match access {
                Access::NotPaired | Access::Destroyed { .. } if keeps_nothing => rsx! { InstallScreen {} },
                Access::NotPaired | Access::Destroyed { .. } => rsx! { PairScreen {} },
                Access::PinWanted => rsx! { ChoosePinScreen {} },
                Access::Locked { tries_left } => rsx! { UnlockScreen { tries_left } },
                Access::LeaseOver => rsx! { LeaseScreen {} },
                Access::Open => rsx! {
                    Outlet::<Route> {}
                    Shortcuts {}
                },
            },
        }
        }
        p { class: "heard", role: "status", "aria-live": "polite", "{phone.said}" }
    }
}

#[component]
fn Today() -> Element {
    rsx! { TodayScreen {} }
}

#[component]
fn Door() -> Element {
    rsx! { DoorScreen {} }
}

#[component]
fn Students() -> Element {
    rsx! { StudentsScreen {} }
}

#[component]
fn MyWeek() -> Element {
    rsx! { MyWeekScreen {} }
}

/// Keyed, so that another student's page starts fresh: no half-written note goes with it.
#[component]
fn Student(match_id: MatchId) -> Element {
    rsx! {
        for match_id in [match_id] {
            StudentScreen { key: "{match_id}", match_id }
        }
    }
}

/// Keyed as the student's page is.
#[component]
fn StudentPage(match_id: MatchId, page: StudentPageName) -> Element {
    rsx! {
        for (match_id, page) in [(match_id, page)] {
            StudentPageScreen { key: "{match_id}/{page}", match_id, page }
        }
    }
}

#[component]
fn MyMonth() -> Element {
    rsx! { MyMonthScreen {} }
}

#[component]
fn Group() -> Element {
    rsx! { GroupScreen {} }
}

#[component]
fn Library() -> Element {
    rsx! { LibraryScreen {} }
}

#[component]
fn Agreement() -> Element {
    rsx! { AgreementScreen {} }
}

#[component]
fn ThisPhone() -> Element {
    rsx! { ThisPhoneScreen {} }
}

#[component]
fn Pair() -> Element {
    rsx! { PairScreen {} }
}

#[component]
fn Lost(rest: Vec<String>) -> Element {
    let words = use_words();
    rsx! {
        Page { title: say!(words, "no-such-page"), ready: true,
            div { class: "empty",
                Link { class: "btn", to: Route::Today {}, {say!(words, "to-today")} }
            }
        }
    }
}
