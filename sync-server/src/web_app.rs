//! The mentor's app as it was built: read whole at the start, served from memory, so that no path from a request ever
//! reaches the file system.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::auth::{hex, sha256};

/// The files of the built app by their address, `/assets/…`, `/sw.js`.
#[derive(Default)]
pub struct WebApp {
    files: HashMap<String, File>,
}

struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    media_type: &'static str,
    tag: HeaderValue,
}

/// The built app could not be read.
#[derive(Debug, thiserror::Error)]
#[error("the app's folder {folder} cannot be read; build it with `cargo xtask web`: {source}")]
pub struct WebAppError {
    folder: PathBuf,
    source: io::Error,
}

impl WebApp {
    /// Reads the folder that `cargo xtask web` made.
    pub fn read(folder: &Path) -> Result<Self, WebAppError> {
        let unreadable = |source| WebAppError { folder: folder.to_owned(), source };
        let mut contents = HashMap::new();
        read_folder(folder, "", &mut contents).map_err(unreadable)?;
        if !contents.contains_key("/index.html") {
            return Err(unreadable(io::Error::new(io::ErrorKind::NotFound, "it has no index.html")));
        }
        let compressed = |path: &str| [".br", ".gz"].iter().any(|ending| path.ends_with(ending));
        let paths = contents.keys().filter(|path| !compressed(path));
        let files = paths.map(|path| (path.clone(), File::new(path, &contents))).collect();
        Ok(Self { files })
    }

    /// Whether there is an app to serve.
    pub fn is_there(&self) -> bool {
        !self.files.is_empty()
    }

    /// The file at that address.
    pub fn file(&self, path: &str, asked: &HeaderMap) -> Option<Response> {
        self.files.get(path).map(|file| file.answer(path, asked))
    }
}

fn read_folder(folder: &Path, address: &str, contents: &mut HashMap<String, Bytes>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let address = format!("{address}/{name}");
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &address, contents)?;
        } else {
            contents.insert(address, std::fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

impl File {
    fn new(path: &str, contents: &HashMap<String, Bytes>) -> Self {
        let plain = contents[path].clone();
        let sibling = |ending: &str| contents.get(&format!("{path}{ending}")).cloned();
        Self {
            brotli: sibling(".br"),
            gzip: sibling(".gz"),
            media_type: media_type(path),
            tag: entity_tag(&plain),
            plain,
        }
    }

    fn answer(&self, path: &str, asked: &HeaderMap) -> Response {
        let keep = match path.starts_with("/assets/") || path.starts_with("/icons/") {
            true => "public, max-age=31536000, immutable",
            false => "no-cache",
        };
        let (encoding, body) = self.body(asked);
        let mut response = match asked.get(header::IF_NONE_MATCH) == Some(&self.tag) {
            true => StatusCode::NOT_MODIFIED.into_response(),
            false => body.into_response(),
        };
        let headers = response.headers_mut();
        crate::headers::of_the_app(headers);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }

    fn body(&self, asked: &HeaderMap) -> (Option<&'static str>, Bytes) {
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if accepts(asked, "br") => (Some("br"), brotli.clone()),
            (_, Some(gzip)) if accepts(asked, "gzip") => (Some("gzip"), gzip.clone()),
            _ => (None, self.plain.clone()),
        }
    }
}

/// A quoted tag of what the bytes are.
pub(crate) fn entity_tag(bytes: &[u8]) -> HeaderValue {
    let tag = format!("\"{}\"", hex(&sha256(bytes)[..16]));
    HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""))
}

fn accepts(asked: &HeaderMap, encoding: &str) -> bool {
    let listed = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    listed.flat_map(|list| list.split(',')).any(|item| {
        let (name, quality) = item.split_once(';').unwrap_or((item, ""));
        let refused = matches!(quality.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000");
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_used_only_when_it_is_accepted() {
        let asked =
            |value| HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]);
        assert!(accepts(&asked("gzip, deflate, br"), "br"));
        assert!(accepts(&asked("br;q=0.8"), "br"));
        assert!(!accepts(&asked("br;q=0, gzip"), "br"));
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }

    #[test]
    fn the_app_is_served_from_what_was_read_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        assert!(WebApp::read(folder.path()).is_err(), "no index.html");
        for (name, text) in
            [("index.html", "page"), ("assets/app.wasm", "module"), ("assets/app.wasm.br", "small")]
        {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let app = WebApp::read(folder.path()).unwrap();
        let asked = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("br"))]);
        let module = app.file("/assets/app.wasm", &asked).unwrap();
        assert_eq!(module.headers()[header::CONTENT_TYPE], "application/wasm");
        assert_eq!(module.headers()[header::CONTENT_ENCODING], "br");
        assert!(module.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        let page = app.file("/index.html", &asked).unwrap();
        assert_eq!(page.headers()[header::CACHE_CONTROL], "no-cache");
        let known = HeaderMap::from_iter([(header::IF_NONE_MATCH, page.headers()[header::ETAG].clone())]);
        assert_eq!(app.file("/index.html", &known).unwrap().status(), StatusCode::NOT_MODIFIED);
        for outside in ["/../index.html", "/assets/../index.html", "/assets/app.wasm.br", "/assets", ""] {
            assert!(app.file(outside, &asked).is_none(), "{outside}");
        }
    }
}
