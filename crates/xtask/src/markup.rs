//! What must not stand in our sources: markup that is not text, code that is made of text, and secrets.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::step::{Outcome, at, run_quiet};

/// Where markup is made by a program of ours and put into a page as it is: two pictures of a code, and a style sheet.
const DRAWN: [&str; 3] = [
    "sync-server/src/pages/account/authenticator.rs",
    "sync-server/src/pages/invite.rs",
    "sync-server/src/pages/meeting/mod.rs",
];

/// Whoever may write these words: this file.
const HERE: &str = "crates/xtask/src/markup.rs";

/// How a text could become markup or code: in Rust, and in a script.
const UNSAFE_WAYS: [&str; 7] = [
    "dangerous_inner_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write(",
    "new Function(",
    "document::eval(",
];

/// How the line before a private key ends, and how a key of age begins.
const KEY_FOLLOWS: &str = "PRIVATE KEY-----";
const AGE_KEY: &str = "AGE-SECRET-KEY-1";
const AGE_KEY_CHARACTERS: usize = 58;

/// Each place that has one of these.
pub fn found(root: &Path) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for file in sources(root)? {
        let path = root.join(&file);
        // A picture or a database has no such words.
        let Ok(text) = String::from_utf8(fs::read(&path).map_err(at(&path))?) else { continue };
        wrong.extend(wrong_in(&file, &text));
    }
    Ok(wrong)
}

/// What git keeps and what is about to be added.
fn sources(root: &Path) -> Outcome<Vec<String>> {
    let mut command = Command::new("git");
    command.current_dir(root).args(["ls-files", "--cached", "--others", "--exclude-standard"]);
    let names = run_quiet(&mut command, "The sources are read in a clone.")?;
    Ok(names.lines().filter(|name| root.join(name).is_file()).map(str::to_owned).collect())
}

fn wrong_in(file: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if file == HERE {
        return wrong;
    }
    let is_shipped = !file.starts_with("tests/") && !file.starts_with("docs/");
    let is_code = [".rs", ".js", ".html"].iter().any(|ending| file.ends_with(ending));
    if is_shipped && is_code && !DRAWN.contains(&file) {
        let ways = UNSAFE_WAYS.iter().filter(|way| text.contains(**way));
        wrong.extend(
            ways.map(|way| format!("{file} says {way}: a text must stay text (docs/threat-model.md).")),
        );
    }
    if holds_a_key(text) {
        wrong.push(format!("{file} holds a private key: take it out, and use another one from now on."));
    }
    wrong
}

/// Told from a sentence about keys by what follows.
fn holds_a_key(text: &str) -> bool {
    let is_key =
        |rest: &str| rest.bytes().take_while(u8::is_ascii_alphanumeric).count() >= AGE_KEY_CHARACTERS;
    text.contains(KEY_FOLLOWS) || text.split(AGE_KEY).skip(1).any(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::root;

    #[test]
    fn no_text_becomes_markup_and_no_secret_lies_in_the_sources() {
        assert_eq!(found(&root()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn markup_and_a_secret_are_named_where_they_stand() {
        let markup = "div { dangerous_inner_html: \"{note}\" }";
        assert_eq!(wrong_in("mobile/src/screens/note.rs", markup).len(), 1);
        assert_eq!(wrong_in(DRAWN[0], markup).len(), 0);
        for key in [format!("-----BEGIN {KEY_FOLLOWS}"), format!("{AGE_KEY}{}", "Q".repeat(58))] {
            assert_eq!(wrong_in("tests/fixtures/key.pem", &key).len(), 1);
        }
        assert_eq!(wrong_in("docs/runbook.md", &format!("It begins with {AGE_KEY}.")).len(), 0);
        assert_eq!(wrong_in("mobile/web/boot.js", "element.innerHTML = name").len(), 1);
        assert_eq!(wrong_in("mobile/web/boot.js", "element.textContent = name").len(), 0);
    }
}
