//! The phones of one mentor, now and before.

use daymark_components::{Words, say};
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
                            td { class: "num", "{moment_or_never(words, page.school, device.last_sync_at)}" }
                            td { {revoke(words, page, device)} }
                        }
                    }
                }
            }
        }
    }
}

fn revoke(words: Words, page: &MentorPage<'_>, device: &DeviceSummary) -> Element {
    if let Some(moment) = device.revoked_at {
        let moment = moment_at(words, page.school, moment);
        return rsx! { {say!(words, "mentor-revoked", moment: moment)} };
    }
    rsx! {
        form { method: "post", action: "/staff/mentors/{page.mentor.id}/devices/{device.id}/revoke",
            {form_token(page.who)}
            button { class: "small-btn end", {say!(words, "mentor-revoke")} }
        }
    }
}
