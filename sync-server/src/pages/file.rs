//! Pieces of a student's file, as the page and the printed record both show them.

use daymark_components::{Words, say};
use dioxus::prelude::*;

use super::mentors::end_reasons;
use crate::store::student_file::{
    Amendment, ContactPoint, EntryIs, FileBarrier, FileEntry, FileGoal, MatchPeriod,
};

/// Whom to call: what must be known before calling stands before everything else.
pub fn contact_points(words: Words, points: &[ContactPoint]) -> Element {
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
                        small {
                            {period(of)}
                            if let Some(reason) = reason(of) { " · {reason}" }
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
                        small { {words.day_and_year(entry.day)} " · {entry.mentor}" }
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
            [Some(kind), outcome, minutes, reason].into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
