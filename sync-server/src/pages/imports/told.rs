//! A report as the history keeps it: counts, problems by line, how codes were read, the first changes.

use std::collections::{BTreeMap, BTreeSet};

use daymark_components::{Words, say};
use dioxus::prelude::*;
use serde::Deserialize;

/// What an import's report says. Whatever an older version did not write down is not there.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Told {
    rows: u64,
    rows_skipped: u64,
    added: BTreeMap<String, u64>,
    corrected: BTreeMap<String, u64>,
    withdrawn: BTreeMap<String, u64>,
    unchanged: BTreeMap<String, u64>,
    problems: Vec<ToldProblem>,
    problems_unlisted: u64,
    notes: Vec<String>,
    sample: Vec<ToldChange>,
    preview: Vec<ToldReading>,
    /// The importer's own sentence.
    pub refused: Option<String>,
}

#[derive(Deserialize)]
struct ToldProblem {
    file: String,
    line: u64,
    column: Option<String>,
    expected: String,
    found: Option<String>,
}

#[derive(Deserialize)]
struct ToldChange {
    done: String,
    noun: String,
    what: String,
}

#[derive(Deserialize)]
struct ToldReading {
    found: String,
    read_as: String,
    times: u64,
}

impl Told {
    /// From the stored text.
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// What was counted.
    pub fn counts(&self, words: Words) -> Element {
        let all = [&self.added, &self.corrected, &self.withdrawn, &self.unchanged];
        let nouns: BTreeSet<&String> = all.iter().flat_map(|counts| counts.keys()).collect();
        let of = |counts: &BTreeMap<String, u64>, noun: &str| counts.get(noun).copied().unwrap_or(0);
        if nouns.is_empty() {
            return rsx! { p { {say!(words, "imports-nothing")} } };
        }
        rsx! {
            div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "imports-counts"),
                table { class: "counts", "data-testid": "imports-counts",
                    caption { {say!(words, "imports-rows", rows: self.rows, skipped: self.rows_skipped)} }
                    thead {
                        tr {
                            th { scope: "col", {say!(words, "imports-what")} }
                            th { scope: "col", {say!(words, "imports-added")} }
                            th { scope: "col", {say!(words, "imports-corrected")} }
                            th { scope: "col", {say!(words, "imports-ended")} }
                            th { scope: "col", {say!(words, "imports-unchanged")} }
                        }
                    }
                    tbody {
                        for noun in nouns {
                            tr {
                                th { scope: "row", {say!(words, "imports-noun", noun: noun.as_str())} }
                                for counts in all {
                                    td { class: "num", {of(counts, noun).to_string()} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The bad rows, each with its place and what should stand there.
    pub fn problems(&self, words: Words) -> Element {
        if self.problems.is_empty() {
            return rsx! {};
        }
        rsx! {
            section { class: "section",
                h2 { {say!(words, "imports-problems")} }
                p { {say!(words, "imports-problems-says")} }
                div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "imports-problems"),
                    table { "data-testid": "imports-problems",
                        thead {
                            tr {
                                th { scope: "col", {say!(words, "imports-problem-file")} }
                                th { scope: "col", {say!(words, "imports-problem-line")} }
                                th { scope: "col", {say!(words, "imports-problem-column")} }
                                th { scope: "col", {say!(words, "imports-problem-expected")} }
                                th { scope: "col", {say!(words, "imports-problem-found")} }
                            }
                        }
                        tbody {
                            for problem in &self.problems {
                                tr {
                                    td { "{problem.file}" }
                                    td { class: "num", "{problem.line}" }
                                    td { {problem.column.clone().unwrap_or_else(|| say!(words, "imports-problem-row"))} }
                                    td { lang: "en", "{problem.expected}" }
                                    td { lang: "en", {problem.found.clone().unwrap_or_else(|| say!(words, "imports-problem-nothing"))} }
                                }
                            }
                        }
                    }
                }
                if self.problems_unlisted > 0 {
                    p { {say!(words, "imports-problems-more", n: self.problems_unlisted)} }
                }
            }
        }
    }

    /// What was noticed and stops nothing, in the importer's own words.
    pub fn notes(&self, words: Words) -> Element {
        if self.notes.is_empty() {
            return rsx! {};
        }
        rsx! {
            section { class: "section",
                h2 { {say!(words, "imports-notes")} }
                ul { lang: "en",
                    for note in &self.notes {
                        li { "{note}" }
                    }
                }
            }
        }
    }

    /// How codes or events were read, and the first changes of each kind.
    pub fn closer(&self, words: Words) -> Element {
        rsx! {
            if !self.preview.is_empty() {
                section { class: "section",
                    h2 { {say!(words, "imports-readings")} }
                    p { {say!(words, "imports-readings-says")} }
                    div { class: "scroll", tabindex: "0", role: "region", "aria-label": say!(words, "imports-readings"),
                        table {
                            thead {
                                tr {
                                    th { scope: "col", {say!(words, "imports-reading-found")} }
                                    th { scope: "col", {say!(words, "imports-reading-as")} }
                                    th { scope: "col", {say!(words, "imports-reading-times")} }
                                }
                            }
                            tbody {
                                for reading in &self.preview {
                                    tr {
                                        th { scope: "row", "{reading.found}" }
                                        td { lang: "en", "{reading.read_as}" }
                                        td { class: "num", {reading.times.to_string()} }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if !self.sample.is_empty() {
                section { class: "section",
                    h2 { {say!(words, "imports-sample")} }
                    p { {say!(words, "imports-sample-says")} }
                    ul { class: "sample",
                        for change in &self.sample {
                            li {
                                span { class: "badge sky", {say!(words, "imports-done", done: change.done.as_str())} }
                                " " {say!(words, "imports-noun-one", noun: change.noun.as_str())} ": "
                                span { lang: "en", "{change.what}" }
                            }
                        }
                    }
                }
            }
        }
    }
}
