//! Pieces of a student's file, as the page and the printed record both show them.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use daymark_domain::{MatchStatus, NumberEvent};

use super::mentors::end_reasons;
use super::numbers::past_line;
use crate::auth::permissions::{Does, may};
use crate::store::numbers::NumberPast;
use crate::store::schools::School;
use crate::store::sessions::SignedIn;
use crate::store::student_file::{
    Amendment, ContactPoint, EntryIs, FileBarrier, FileEntry, FileGoal, MatchPeriod,
};

/// Whom to call: what must be known before calling stands before everything else; `all`: with what became of each number
/// laid open, for paper.
pub fn contact_points(
    words: Words,
    who: &SignedIn,
    school: &School,
    points: &[ContactPoint],
    all: bool,
) -> Element {
    let may_repair = may(who.role, Does::Changes, "/staff/numbers/{guardian}");
    rsx! {
        h2 { class: "again", {say!(words, "contact-points-title")} }
        if points.is_empty() {
            p { {say!(words, "contact-points-none")} }
        }
        ul { class: "history",
            for point in points {
                li {
                    if let Some(restrictions) = &point.restrictions {
                        p { class: "late", {say!(words, "contact-point-restricted", what: restrictions.as_str())} }
                    }
                    span { class: "n", "{point.name}" }
                    if let Some(relation) = &point.relation {
                        " · " {say!(words, "relation", word: relation.to_lowercase(), written: relation.as_str())}
                    }
                    if point.former { " " span { class: "badge", {say!(words, "contact-point-former")} } }
                    match &point.phone {
                        Some(phone) => rsx! { " · " a { class: "num", href: "tel:{phone}", "{phone}" } },
                        None => rsx! { " · " {say!(words, "contact-point-no-number")} },
                    }
                    small { {point_more(words, point)} }
                    {number_past(words, school, &point.past, all)}
                    if may_repair {
                        a { class: "no-print", href: "/staff/numbers/{point.guardian_id}", "data-testid": "to-number",
                            {say!(words, "file-number-change")}
                            span { class: "heard", ": {point.name}" }
                        }
                    }
                }
            }
        }
    }
}

/// What became of a number; of one that nothing happened to there is nothing to say.
fn number_past(words: Words, school: &School, past: &[NumberPast], open: bool) -> Element {
    rsx! {
        if past.iter().any(|past| past.what != NumberEvent::Recorded) || past.len() > 1 {
            details { class: "opens-in-print", open,
                summary { {say!(words, "file-number-past", n: past.len())} }
                ol { class: "days",
                    for past in past { li { {past_line(words, school, past)} } }
                }
            }
        }
    }
}

fn point_more(words: Words, point: &ContactPoint) -> String {
    let language = point.language.as_ref().map(|language| {
        let tag = language.split('-').next().unwrap_or_default().to_lowercase();
        say!(words, "home-language", tag: tag, written: language.as_str())
    });
    let interpreter = point.interpreter.then(|| say!(words, "contact-point-interpreter"));
    let hours =
        point.best_hours.as_ref().map(|hours| say!(words, "contact-point-hours", hours: hours.as_str()));
    let texts = match point.may_text {
        Some(true) => Some(say!(words, "contact-point-texts")),
        Some(false) => Some(say!(words, "contact-point-no-texts")),
        None => None,
    };
    [language, interpreter, hours, texts].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What stands in the way; `all`: with what was taken back.
pub fn barriers(words: Words, barriers: &[FileBarrier], all: bool) -> Element {
    let shown: Vec<_> = barriers.iter().filter(|barrier| all || !barrier.voided).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-barriers")} }
            if shown.is_empty() { p { {say!(words, "file-none")} } }
            ul { class: "history",
                for barrier in shown {
                    li {
                        span { class: "n", {say!(words, "barrier-factor", word: barrier.factor.as_str())} }
                        {taken_back(words, barrier.voided)}
                        small {
                            {say!(words, "file-source", word: barrier.source.as_str())} " · " {words.day_and_year(barrier.day)}
                            if let Some(day) = barrier.resolved {
                                " · " {say!(words, "file-over", day: words.day_and_year(day))}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Goals; `all`: with what was taken back.
pub fn goals(words: Words, goals: &[FileGoal], all: bool) -> Element {
    let shown: Vec<_> = goals.iter().filter(|goal| all || !goal.voided).collect();
    let what = |goal: &FileGoal| {
        let measure = say!(words, "goal-measure", word: goal.measure.as_str());
        match goal.was {
            Some(was) => say!(words, "goal-from-to", measure: measure, from: was, to: goal.aim),
            None => say!(words, "goal-to", measure: measure, to: goal.aim),
        }
    };
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-goals")} }
            if shown.is_empty() { p { {say!(words, "file-none")} } }
            ul { class: "history",
                for goal in shown {
                    li {
                        span { class: "n", {what(goal)} }
                        {taken_back(words, goal.voided)}
                        small {
                            {say!(words, "goal-by-day", day: words.day_and_year(goal.due))}
                            if let Some(result) = &goal.result {
                                " · " {say!(words, "goal-result", word: result.as_str())}
                            }
                            if let (Some(counted), Some(day)) = (goal.counted, goal.checked) {
                                " · " {say!(words, "file-goal-counted", n: counted, aim: goal.aim, day: words.day_and_year(day))}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// With whom, from when to when.
pub fn matches(words: Words, matches: &[MatchPeriod]) -> Element {
    let period = |of: &MatchPeriod| {
        let start = words.day_and_year(of.start);
        match of.end {
            Some(end) => say!(words, "file-from-to", first: start, last: words.day_and_year(end)),
            None => say!(words, "file-since", day: start),
        }
    };
    let reason = |of: &MatchPeriod| {
        end_reasons(words)
            .into_iter()
            .find(|(word, _)| of.end_reason.as_deref() == Some(*word))
            .map(|(_, says)| says)
    };
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-matches")} }
            if matches.is_empty() { p { {say!(words, "file-none")} } }
            ul { class: "history",
                for of in matches {
                    li {
                        span { class: "n", "{of.mentor}" }
                        if of.status != MatchStatus::Active && of.end.is_none() {
                            " " span { class: "badge sun", {say!(words, "file-match-status", word: of.status.word())} }
                        }
                        if of.stands_in { " " span { class: "badge sky", {say!(words, "file-match-stands-in")} } }
                        small {
                            {period(of)}
                            if let Some(reason) = reason(of) { " · {reason}" }
                            if let Some(day) = of.expected_end.filter(|_| of.end.is_none()) {
                                " · " {say!(words, "file-match-until", day: words.day_and_year(day))}
                            }
                        }
                        if let Some(rationale) = &of.rationale { p { "{rationale}" } }
                    }
                }
            }
        }
    }
}

/// What mentors recorded; `all`: with what was taken back.
pub fn entries(words: Words, entries: &[FileEntry], all: bool) -> Element {
    let shown: Vec<_> = entries.iter().filter(|entry| all || !entry.voided).collect();
    rsx! {
        section { class: "section",
            h2 { {say!(words, "file-timeline")} }
            if shown.is_empty() { p { {say!(words, "file-none")} } }
            ol { class: "history timeline",
                for entry in shown {
                    li { class: if is_kept_close(entry) { "close" },
                        span { class: "n", {what(words, entry)} }
                        {taken_back(words, entry.voided)}
                        small {
                            {words.day_and_year(entry.day)} " · {entry.mentor}"
                            if entry.uncertain { " · " {say!(words, "file-time-uncertain")} }
                            if entry.handed_in { " · " {say!(words, "file-handed-in")} }
                        }
                        if let Some(text) = entry.text.as_ref().filter(|_| entry.is != EntryIs::Contact) {
                            p { class: "as-typed", "{text}" }
                        }
                    }
                }
            }
        }
    }
}

fn is_kept_close(entry: &FileEntry) -> bool {
    entry.is == EntryIs::Note && (entry.word == "sensitive" || entry.second.as_deref() == Some("match"))
}

fn what(words: Words, entry: &FileEntry) -> String {
    let (word, second) = (entry.word.as_str(), entry.second.as_deref().unwrap_or_default());
    match entry.is {
        EntryIs::Contact => {
            let kind = say!(words, "contact-kind", kind: word);
            let outcome = entry.second.as_ref().map(|word| say!(words, "file-outcome", word: word.as_str()));
            let minutes = entry.minutes.map(|n| say!(words, "file-minutes", n: n));
            let reason = entry.text.as_ref().map(|word| {
                let reason = say!(words, "reported-reason", word: word.as_str());
                say!(words, "log-reason", reason: reason)
            });
            let more = [Some(kind), outcome, minutes, reason].into_iter().flatten();
            more.chain(contact_more(words, entry)).collect::<Vec<_>>().join(" · ")
        }
        EntryIs::DoorCheck => say!(words, "file-door", word: word),
        EntryIs::Note if word == "sensitive" => say!(words, "file-note-sensitive"),
        EntryIs::Note => say!(words, "file-note", word: second),
        EntryIs::Recognition => {
            let (reason, form) = (
                say!(words, "recognition-reason", word: word),
                say!(words, "recognition-form", word: second),
            );
            say!(words, "file-recognition", reason: reason, form: form)
        }
        EntryIs::Ask => say!(words, "file-ask", kind: say!(words, "ask-kind", word: word)),
        EntryIs::SafetyConcern => say!(words, "file-safety"),
    }
}

/// With whom, where, in a group, when to come back to it.
fn contact_more(words: Words, entry: &FileEntry) -> impl Iterator<Item = String> {
    let word = |id: Option<&String>, say: fn(Words, &str) -> String| id.map(|word| say(words, word));
    [
        entry.direction.as_ref().filter(|word| *word == "in").map(|_| say!(words, "log-they-began")),
        word(entry.party.as_ref(), |words, word| say!(words, "contact-party", word: word)),
        word(entry.place.as_ref(), |words, word| say!(words, "contact-place", word: word)),
        entry.in_group.then(|| say!(words, "log-group")),
        entry.follow_up.map(|day| say!(words, "log-follow-up", day: words.day_and_year(day))),
        entry.late.then(|| say!(words, "file-late")),
    ]
    .into_iter()
    .flatten()
}

fn taken_back(words: Words, voided: bool) -> Element {
    rsx! { if voided { " " span { class: "badge", {say!(words, "file-taken-back")} } } }
}

/// What the family wants to have read with the record.
pub fn said_by_family(words: Words, amendments: &[Amendment]) -> Element {
    rsx! {
        if amendments.is_empty() { p { {say!(words, "file-none")} } }
        ol { class: "history",
            for amendment in amendments {
                li {
                    p { class: "as-typed", "{amendment.text}" }
                    small {
                        {say!(words, "amendment-from", who: amendment.asked_by.as_str(), day: words.day_and_year(amendment.day), by: amendment.by.as_str())}
                    }
                }
            }
        }
    }
}
