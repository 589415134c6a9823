//! A sign for each kind of contact. Silent: the words beside it say what it is.

use daymark_domain::ContactKind;
use dioxus::prelude::*;

#[component]
pub fn KindIcon(kind: ContactKind) -> Element {
    rsx! {
        svg { width: "26", height: "26", view_box: "0 0 24 24", "aria-hidden": "true", fill: "none", stroke: "currentColor",
            stroke_width: "1.9", stroke_linecap: "round", stroke_linejoin: "round",
            path { d: "{lines(kind)}" }
        }
    }
}

fn lines(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::DoorGreeting => "M6 21V4h12v17M3 21h18M14 12v.01",
        ContactKind::WakeUpCall => {
            "M12 21a7 7 0 100-14 7 7 0 000 14zM12 10v4l2.500 1.500M5 4L2.500 6.500M19 4l2.500 2.500"
        }
        ContactKind::AbsenceCall => "M3.500 11.500L12 4l8.500 7.500M6 10v10h12V10M10 20v-6h4v6",
        ContactKind::GoodNewsCall => {
            "M12 21a9 9 0 100-18 9 9 0 000 18zM8 14a4.500 4.500 0 008 0M9 9.500v.01M15 9.500v.01"
        }
        ContactKind::Text => "M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5",
        ContactKind::OneOnOne => {
            "M8 11a3 3 0 100-6 3 3 0 000 6zM16.500 11a3 3 0 100-6M3 20a5 5 0 0110 0M14.500 15.300A5 5 0 0121 20"
        }
        ContactKind::SmallGroup => {
            "M12 9a2.500 2.500 0 100-5 2.500 2.500 0 000 5zM5 14a2 2 0 100-4 2 2 0 000 4zM19 14a2 2 0 100-4 2 2 0 000 4zM8 19a4 4 0 018 0M1.500 20A3.500 3.500 0 015 16.500M22.500 20a3.500 3.500 0 00-3.500-3.500"
        }
        ContactKind::ClassroomVisit => "M4 4h16v11H4zM12 15v5M8 20h8M8 8h6",
        ContactKind::FamilyMeeting => {
            "M12 20s-7.500-4.500-7.500-10A4 4 0 0112 7.500 4 4 0 0119.500 10c0 5.500-7.500 10-7.500 10z"
        }
        ContactKind::HomeVisit => {
            "M3.500 11.500L12 4l8.500 7.500M6 10v10h12V10M12 17s-2.500-1.500-2.500-3.200a1.300 1.300 0 012.500-.6 1.300 1.300 0 012.500.6C14.500 15.500 12 17 12 17z"
        }
        ContactKind::TeamConsult => "M3 4h11v8H8l-3 3v-3H3zM17.500 8.500H21v8h-2v3l-3-3h-6V15",
        ContactKind::Event => "M4 6h16v14H4zM4 10.500h16M8 3v4M16 3v4M9 15l2 2 4-4",
        ContactKind::Letter => "M3 6h18v12H3zM3.500 7l8.500 6.500L20.500 7",
    }
}
