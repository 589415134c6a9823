//! A warm word for what got better: first what the record offers, then anything else, then what was given.

mod certificate;
mod earned;
mod give;
mod given;

use daymark_components::{apart, say};
use daymark_domain::{MatchId, Recognised, Recognition, RecognitionForm};
use daymark_mentor_core::api::{CelebrationCard, Reply, Request, StudentView};
use dioxus::prelude::*;

use self::certificate::Certificate;
use self::earned::{Earned, earned};
use self::give::{Give, Suggestion};
use self::given::Given;
use super::desk::Desk;
use super::page::{Sheet, use_sheet};
use crate::parts::{Chip, Chips, Once, use_once, use_view};
use crate::phone::unexpected;
use crate::voice;

#[component]
pub fn Praise(match_id: MatchId) -> Element {
    let desk = use_sheet(match_id);
    let phone = desk.phone;
    // What got better by the rule that Today uses; nothing while it is read, or when it cannot be.
    let today = use_view(move || async move {
        match phone.ask(Request::Today).await? {
            Reply::Today(view) => Ok(view.due.celebrations),
            _ => Err(unexpected()),
        }
    });
    let read = today.read();
    let celebrations: Vec<CelebrationCard> =
        read.iter().flatten().flatten().filter(|card| card.who.match_id == match_id).cloned().collect();
    rsx! {
        Sheet { desk, title: say!(desk.words, "praise-title"),
            body: move |student: StudentView| rsx! {
                Body { desk, student, celebrations: celebrations.clone() }
            } }
    }
}

/// What the taps of this page share. Copied freely.
#[derive(Clone, Copy, PartialEq)]
struct Giving {
    desk: Desk,
    once: Once,
    whom: Signal<Recognised>,
    /// The certificate that is shown, ready to print.
    paper: Signal<Option<Recognition>>,
}

impl Giving {
    fn give(self, recognition: Recognition, then: impl FnOnce() + 'static) {
        let Self { desk, mut paper, .. } = self;
        let recognition = Recognition { whom: Some(*self.whom.peek()), ..recognition };
        let reason = voice::recognition_reason(desk.words, recognition.reason);
        let saved = say!(desk.words, "praise-saved", reason: reason);
        let request = Request::Recognize { match_id: desk.match_id, recognition };
        self.once.write(
            || desk.act(request, saved),
            move || {
                if recognition.form == RecognitionForm::Certificate {
                    paper.set(Some(recognition));
                }
                then();
            },
        );
    }
}

#[component]
fn Body(desk: Desk, student: StudentView, celebrations: Vec<CelebrationCard>) -> Element {
    let words = desk.words;
    let (once, mut whom, mut paper) = (use_once(), use_signal(|| Recognised::Student), use_signal(|| None));
    let giving = Giving { desk, once, whom, paper };
    let name = student.first_name.clone();
    let earned: Vec<Earned> = earned(words, &student, &celebrations);
    let receivers = [
        Chip::new(Recognised::Student, "whom-student", apart(&name).into_owned()),
        Chip::new(Recognised::Family, "whom-family", say!(words, "praise-family", name: name.as_str())),
    ];
    rsx! {
        if let Some(recognition) = paper() {
            Certificate { desk, student: student.clone(), recognition, on_close: move |()| paper.set(None) }
        }
        section { class: "card",
            Chips { legend: say!(words, "praise-whom"), chips: receivers.to_vec(), picked: Some(whom()),
                on_pick: move |picked: Option<Recognised>| picked.into_iter().for_each(|picked| whom.set(picked)) }
        }
        if !earned.is_empty() { h2 { class: "sec", {say!(words, "praise-earned")} } }
        for (n, earned) in earned.into_iter().enumerate() {
            Suggestion { key: "{earned.recognition.reason}", n, giving, earned }
        }
        h2 { class: "sec", {say!(words, "praise-anything")} }
        Give { giving }
        p { class: "card quiet-text", "data-testid": "praise-tip", {say!(words, "praise-tip")} }
        Given { giving, first_name: name, recognitions: student.record.recognitions.clone() }
    }
}
