//! What a browser says it is, in two words, so that people know their own: `Firefox · Windows`. Nothing depends on it.

use axum::http::{HeaderMap, header};

/// Each with what its line contains; the first that fits, for every browser names those before it.
const FAMILIES: [(&str, &str); 6] = [
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("CrOS", "Chromebook"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// Family and system; empty when neither is known.
pub fn browser(headers: &HeaderMap) -> String {
    let line = headers.get(header::USER_AGENT).and_then(|line| line.to_str().ok()).unwrap_or_default();
    let known = [named(line, &FAMILIES), named(line, &SYSTEMS)];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn named(line: &str, known: &[(&str, &'static str)]) -> Option<&'static str> {
    known.iter().find(|(part, _)| line.contains(part)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_browser_is_told_by_family_and_system_and_an_unknown_one_by_nothing() {
        let lines = [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
                "Edge · Windows",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari · iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
                "Chrome · Android",
            ),
            ("curl/8", ""),
        ];
        for (line, said) in lines {
            let headers = HeaderMap::from_iter([(header::USER_AGENT, HeaderValue::from_static(line))]);
            assert_eq!(browser(&headers), said);
        }
    }
}
