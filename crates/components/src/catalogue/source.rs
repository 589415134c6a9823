//! Rust sources as far as the tests read them: texts in quotes with what stands before each, comments and tests left out.

use std::path::{Path, PathBuf};

use super::head;

/// One source file's code, its texts taken out.
pub struct Source {
    /// Where it lies, below the workspace.
    pub place: String,
    /// The code, each text in it replaced by `""`.
    code: String,
    texts: Vec<Text>,
}

/// One text in quotes.
pub struct Text {
    /// What it says.
    pub text: String,
    /// Whether it stands in `rsx!`, and there in no call.
    pub in_rsx: bool,
    at: usize,
}

/// What `say!` is asked for.
pub struct Said<'a> {
    /// The sentence.
    pub id: &'a str,
    /// The values that it is given.
    pub values: Vec<&'a str>,
}

impl Source {
    /// All sources below these folders of the workspace, files of tests left out.
    pub fn below(folders: &[&str]) -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let files = folders.iter().flat_map(|folder| rust_files(&root.join(folder)));
        let place = |file: &Path| file.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
        files.map(|file| Self::read(place(&file), &std::fs::read_to_string(&file).unwrap())).collect()
    }

    fn read(place: String, source: &str) -> Self {
        // By the house's habit a file's tests are its last part.
        let source = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(source);
        let mut reader = Reader::default();
        reader.read(source);
        Self { place, code: reader.code, texts: reader.texts }
    }

    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// The code before a text, without the space between.
    pub fn before(&self, text: &Text) -> &str {
        self.code[..text.at].trim_end()
    }

    /// The attribute that the text is the value of, quoted or not; `None` when it is no attribute's.
    pub fn attribute_of(&self, text: &Text) -> Option<&str> {
        let name = self.before(text).strip_suffix(':')?;
        match name.strip_suffix("\"\"") {
            Some(before) => {
                self.texts.iter().find(|text| text.at == before.len()).map(|text| text.text.as_str())
            }
            None => name.rsplit(|c: char| !c.is_alphanumeric() && c != '_' && c != '#').next(),
        }
    }

    /// Whether it is the name of an attribute, as `"aria-label"` is.
    pub fn names_an_attribute(&self, text: &Text) -> bool {
        self.code[text.at + 2..].trim_start().starts_with(':')
    }

    /// Every `say!` in the code.
    pub fn said(&self) -> Vec<Said<'_>> {
        let starts = self.code.match_indices("say!(").map(|(at, start)| at + start.len());
        starts.filter_map(|start| self.said_at(start)).collect()
    }

    fn said_at(&self, start: usize) -> Option<Said<'_>> {
        let mut arguments = arguments(&self.code, start).into_iter().skip(1);
        let (at, _) = arguments.next()?;
        let id = &self.texts.iter().find(|text| text.at == at)?.text;
        let names = arguments.map(|(_, argument)| head(argument, |c| c.is_alphanumeric() || c == '_'));
        Some(Said { id, values: names.filter(|name| !name.is_empty()).collect() })
    }
}

/// The arguments of a call whose opening bracket ends at `start`: where each begins, and its code.
fn arguments(code: &str, start: usize) -> Vec<(usize, &str)> {
    let (mut depth, mut begin, mut found) = (0, start, Vec::new());
    for (at, c) in code[start..].char_indices().map(|(at, c)| (start + at, c)) {
        let ends = depth == 0 && matches!(c, ',' | ')');
        if ends {
            let argument = &code[begin..at];
            found.push((begin + argument.len() - argument.trim_start().len(), argument.trim()));
            begin = at + 1;
        }
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    found
}

#[derive(Default)]
struct Reader {
    code: String,
    texts: Vec<Text>,
    /// The brackets that are open.
    brackets: Vec<char>,
    /// How many were open where each open `rsx!` began.
    rsx: Vec<usize>,
}

impl Reader {
    fn read(&mut self, source: &str) {
        let mut rest = source;
        while let Some(c) = rest.chars().next() {
            rest = match c {
                '/' if rest.starts_with("//") => {
                    rest.split_once('\n').map_or("", |(comment, _)| &rest[comment.len()..])
                }
                'r' if rest.starts_with("r#\"") => self.text(&rest[3..], "\"#"),
                '"' => self.text(&rest[1..], "\""),
                '\'' => self.character(rest),
                _ => self.other(c, rest),
            };
        }
    }

    /// A text up to `end`; what follows it.
    fn text<'a>(&mut self, rest: &'a str, end: &str) -> &'a str {
        let mut ends = rest.match_indices(end).map(|(at, _)| at);
        let escaped =
            |at: &usize| end == "\"" && rest[..*at].chars().rev().take_while(|c| *c == '\\').count() % 2 == 1;
        let at = ends.find(|at| !escaped(at)).unwrap_or(rest.len());
        let in_rsx = !self.rsx.is_empty() && self.brackets.last() == Some(&'{');
        self.texts.push(Text { text: rest[..at].to_owned(), in_rsx, at: self.code.len() });
        self.code.push_str("\"\"");
        rest.get(at + end.len()..).unwrap_or_default()
    }

    /// A letter in single quotes, or the quote of a lifetime.
    fn character<'a>(&mut self, rest: &'a str) -> &'a str {
        let mut letters = rest.char_indices().skip(1);
        let first = letters.next().map(|(_, c)| c);
        let end = match first {
            Some('\\') => letters.skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| at + 1),
            _ => letters.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1),
        };
        self.code.push('\'');
        &rest[end.unwrap_or(1)..]
    }

    fn other<'a>(&mut self, c: char, rest: &'a str) -> &'a str {
        match c {
            '{' | '(' | '[' => {
                if c == '{' && self.code.trim_end().ends_with("rsx!") {
                    self.rsx.push(self.brackets.len());
                }
                self.brackets.push(c);
            }
            '}' | ')' | ']' => {
                self.brackets.pop();
                self.rsx.pop_if(|began| *began == self.brackets.len());
            }
            _ => {}
        }
        self.code.push(c);
        &rest[c.len_utf8()..]
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    let is_test = |path: &Path| path.iter().any(|part| part == "tests" || part == "tests.rs");
    files.filter(|path| path.extension().is_some_and(|ending| ending == "rs") && !is_test(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = r##"
        // say!(words, "in-a-comment")
        fn a<'a>(words: Words) -> Element {
            let brace = '{';
            rsx! { p { class: "card", "aria-label": "Loud \"words\"", "Text {value}" {say!(words,
                "id", name: view.name(1, 2), n: 3)} } }
        }
        const AFTER: &str = "after";
    "##;

    #[test]
    fn texts_are_read_with_what_stands_before_them() {
        let source = Source::read("a.rs".to_owned(), CODE);
        let read: Vec<_> = source
            .texts()
            .iter()
            .map(|text| (text.text.as_str(), text.in_rsx, source.attribute_of(text)))
            .collect();
        let expected = [
            ("card", true, Some("class")),
            ("aria-label", true, None),
            ("Loud \\\"words\\\"", true, Some("aria-label")),
            ("Text {value}", true, None),
            ("id", false, None),
            ("after", false, None),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn what_is_said_is_read_with_its_values() {
        let source = Source::read("a.rs".to_owned(), CODE);
        let said: Vec<_> = source.said().into_iter().map(|said| (said.id, said.values)).collect();
        assert_eq!(said, [("id", vec!["name", "n"])]);
    }
}
