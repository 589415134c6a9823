//! The phones of one mentor, now and before.

use daymark_components::{Words, say};
use daymark_protocol::access::Leaving;
use dioxus::prelude::*;

use super::super::form_token;
use super::one::MentorPage;
use super::{moment_at, moment_or_never};
use crate::store::pairing::DeviceSummary;

pub(super) fn phones(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        section { class: "section",
            h2 { {say!(words, "mentor-phones")} }
            if page.devices.is_empty() {
                p { {say!(words, "mentor-phones-none")} }
            } else {
                {devices(words, page)}
            }
            form { class: "section", method: "post", action: "/staff/mentors/{page.mentor.id}/invite",
                {form_token(page.who)}
                button { class: "small-btn", {say!(words, "coordinate-pair")} }
            }
        }
    }
}

fn devices(words: Words, page: &MentorPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table {
                caption { class: "skip", {say!(words, "mentor-phones")} }
                thead {
                    tr {
                        th { scope: "col", {say!(words, "mentor-col-phone")} }
                        th { scope: "col", {say!(words, "mentor-col-paired")} }
                        th { scope: "col", {say!(words, "coordinate-col-heard")} }
                        th { scope: "col", {say!(words, "mentors-col-shut")} }
                    }
                }
                tbody {
                    for device in page.devices {
                        tr {
                            th { scope: "row", {say!(words, "mentor-phone", tag: device.tag.as_str(), platform: device.platform.as_str())} }
                            td { class: "num", "{moment_at(words, page.school, device.paired_at)}" }
                            td { class: "num", "{moment_or_never(words, page.school, device.last_sync_at)}"
                                {clock(words, page, device)}
                            }
                            td { {revoke(words, page, device)} }
                        }
                    }
                }
            }
        }
    }
}

/// What the mentor has to set right on the phone itself.
fn clock(words: Words, page: &MentorPage<'_>, device: &DeviceSummary) -> Element {
    let Some((n, last)) = device.uncertain else { return rsx! {} };
    let last = moment_at(words, page.school, last);
    rsx! { small { class: "late", "data-testid": "clock-off", {say!(words, "mentor-clock-off", n: n, moment: last)} } }
}

/// Two ways out, each a button, behind one line: a tap by accident shuts nobody out.
fn revoke(words: Words, page: &MentorPage<'_>, device: &DeviceSummary) -> Element {
    if let Some(moment) = device.revoked_at {
        return gone(words, page, device, moment);
    }
    let action = format!("/staff/mentors/{}/devices/{}/revoke", page.mentor.id, device.id);
    rsx! {
        details { "data-testid": "shut-out",
            summary { {say!(words, "mentor-revoke")} }
            form { method: "post", action: "{action}",
                {form_token(page.who)}
                for leaving in Leaving::ALL {
                    p {
                        button { class: "small-btn end", name: "leaving", value: leaving.word(), {say!(words, "mentor-leaving", how: leaving.word())} }
                        " " {say!(words, "mentor-leaving-says", how: leaving.word())}
                    }
                }
            }
        }
    }
}

fn gone(words: Words, page: &MentorPage<'_>, device: &DeviceSummary, moment: i64) -> Element {
    let shut = moment_at(words, page.school, moment);
    let wiped = device.wiped_at.map(|at| moment_at(words, page.school, at));
    let how = device.leaving.map(|leaving| say!(words, "mentor-leaving", how: leaving.word()));
    rsx! {
        {say!(words, "mentor-revoked", moment: shut)}
        if let Some(how) = how { " · {how}" }
        if let Some(n) = device.handed_in { br {} {say!(words, "mentor-handed-in", n: n)} }
        br {}
        span { "data-testid": "wiped",
            if let Some(wiped) = wiped { {say!(words, "mentor-wiped", moment: wiped)} } else { {say!(words, "mentor-not-wiped")} }
        }
    }
}
