//! What this server answers, as OpenAPI 3.1: made from the table of permissions, so that no page is forgotten and the roles
//! are the true ones. `GET /openapi.json` serves it.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::auth::permissions::{Access, Does, PERMISSIONS};

/// An address for programs: how it is asked, whose it is, what it does, what it answers with when all is well.
struct ForPrograms {
    does: Does,
    path: &'static str,
    summary: &'static str,
    /// Whether a phone's token is asked for.
    paired: bool,
    /// The body's media type.
    takes: Option<&'static str>,
    gives: &'static str,
}

const SYNC: &str = daymark_protocol::MEDIA_TYPE;

const FOR_PROGRAMS: &[ForPrograms] = &[
    ForPrograms {
        does: Does::Changes,
        path: "/v1/pair",
        summary: "Gives a pairing code to the phone that shows it, with the server's half of the three words.",
        paired: false,
        takes: Some("application/json"),
        gives: "application/json",
    },
    ForPrograms {
        does: Does::Changes,
        path: "/v1/pair/answer",
        summary: "Tells a phone what the coordinator said of its three words.",
        paired: false,
        takes: Some("application/json"),
        gives: "application/json",
    },
    ForPrograms {
        does: Does::Changes,
        path: "/v1/hand-in",
        summary: "Takes what a phone that is shut out has not sent, and answers with receipts alone.",
        paired: true,
        takes: Some(SYNC),
        gives: SYNC,
    },
    ForPrograms {
        does: Does::Changes,
        path: "/v1/wiped",
        summary: "Says that nothing is on a phone any more that was shut out.",
        paired: true,
        takes: None,
        gives: "application/json",
    },
    ForPrograms {
        does: Does::Changes,
        path: "/v1/sync",
        summary: "Takes a phone's changes and answers with what is new for it: a sequence of CBOR frames each way.",
        paired: true,
        takes: Some(SYNC),
        gives: SYNC,
    },
    ForPrograms {
        does: Does::Reads,
        path: "/v1/events",
        summary: "Says that there is something to sync, and nothing more.",
        paired: true,
        takes: None,
        gives: "text/event-stream",
    },
    ForPrograms {
        does: Does::Reads,
        path: "/healthz",
        summary: "Whether the process answers.",
        paired: false,
        takes: None,
        gives: "text/plain",
    },
    ForPrograms {
        does: Does::Reads,
        path: "/readyz",
        summary: "Whether the store and the gate answer.",
        paired: false,
        takes: None,
        gives: "text/plain",
    },
    ForPrograms {
        does: Does::Reads,
        path: "/metrics",
        summary: "Counts for Prometheus; no id and no name.",
        paired: false,
        takes: None,
        gives: "text/plain",
    },
    ForPrograms {
        does: Does::Reads,
        path: "/openapi.json",
        summary: "This.",
        paired: false,
        takes: None,
        gives: "application/json",
    },
];

/// `GET /openapi.json`.
pub async fn openapi() -> Response {
    static WRITTEN: LazyLock<String> = LazyLock::new(|| document().to_string());
    ([(header::CONTENT_TYPE, "application/json")], WRITTEN.as_str()).into_response()
}

/// The whole document.
pub fn document() -> Value {
    let mut paths = Map::new();
    for of in FOR_PROGRAMS {
        add(&mut paths, of.path, of.does, for_programs(of));
    }
    for (does, path, access) in PERMISSIONS {
        add(&mut paths, path, *does, for_people(*does, path, *access));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Daymark",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "MIT OR Apache-2.0" },
            "description": "Pages are HTML for people who sign in; /v1 is for paired phones.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "session": { "type": "apiKey", "in": "cookie", "name": "__Host-daymark" },
                "phone": { "type": "http", "scheme": "bearer" },
            },
            "schemas": {
                "Problem": {
                    "type": "object",
                    "required": ["type", "title", "status"],
                    "properties": {
                        "type": { "type": "string" },
                        "title": { "type": "string" },
                        "status": { "type": "integer" },
                    },
                },
            },
        },
    })
}

fn add(paths: &mut Map<String, Value>, path: &str, does: Does, operation: Value) {
    let of_path = paths.entry(path).or_insert_with(|| {
        let parameters: Vec<Value> = names(path).map(parameter).collect();
        if parameters.is_empty() { json!({}) } else { json!({ "parameters": parameters }) }
    });
    let method = match does {
        Does::Reads => "get",
        Does::Changes => "post",
    };
    of_path[method] = operation;
}

/// The names in braces of a route.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn parameter(name: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } })
}

fn for_programs(of: &ForPrograms) -> Value {
    let mut operation = json!({
        "tags": [if of.path.starts_with("/v1/") { "phones" } else { "operators" }],
        "summary": of.summary,
        "responses": {
            "200": { "description": "Done.", "content": content(of.gives) },
            "405": other_method(),
            "4XX": problem("Why not, as RFC 9457 has it."),
            "5XX": problem("Not now, and when again."),
        },
    });
    if of.paired {
        operation["security"] = json!([{ "phone": [] }]);
    }
    if let Some(takes) = of.takes {
        operation["requestBody"] =
            json!({ "required": true, "content": { takes: { "schema": body(of.path) } } });
    }
    operation
}

fn problem(description: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Problem" });
    json!({ "description": description, "content": { "application/problem+json": { "schema": schema } } })
}

fn other_method() -> Value {
    let allow = json!({ "description": "How it can be asked.", "schema": { "type": "string" } });
    json!({ "description": "Not asked in this way.", "headers": { "Allow": allow } })
}

/// What a phone sends; a sync's frames are bytes here, and their shape stands in `daymark_protocol`.
fn body(path: &str) -> Value {
    let texts = |names: &[&str]| {
        let properties: Map<String, Value> =
            names.iter().map(|name| ((*name).to_owned(), json!({ "type": "string" }))).collect();
        json!({ "type": "object", "required": names, "properties": properties })
    };
    match path {
        "/v1/pair" => {
            texts(&["code", "public_key", "commitment", "signature", "platform", "app_version", "language"])
        }
        "/v1/pair/answer" => texts(&["public_key", "nonce"]),
        _ => json!({ "type": "string", "format": "binary" }),
    }
}

fn content(media_type: &str) -> Value {
    json!({ media_type: {} })
}

fn for_people(does: Does, path: &str, access: Access) -> Value {
    let whose = match access.roles() {
        None => "anybody".to_owned(),
        Some(roles) => roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(", "),
    };
    let proof = if access.wants_proof() { " With a proof of identity of the last five minutes." } else { "" };
    let mut operation = json!({
        "tags": ["staff"],
        "summary": format!("For: {whose}.{proof}"),
        "responses": {
            "200": { "description": "A page, or a file.", "content": shown(does, path) },
            "303": {
                "description": "The way to the next page: to sign in, where nobody is signed in.",
                "headers": { "Location": { "required": true, "schema": { "type": "string" } } },
            },
            "405": other_method(),
            "4XX": { "description": "A page that says why not.", "content": refused(path) },
            "5XX": {
                "description": "A page that says that it is our failure, or that the server is busy.",
                "content": { PAGE: {}, "application/problem+json": {} },
            },
        },
    });
    if access.roles().is_some() {
        operation["security"] = json!([{ "session": [] }]);
    }
    if does == Does::Changes {
        operation["requestBody"] = json!({ "content": form(path) });
    }
    if let Some(parameters) = asked_for(path, does) {
        operation["parameters"] = parameters;
    }
    operation
}

const PAGE: &str = "text/html; charset=utf-8";

/// What an address shows; a file has a media type of its own.
fn shown(does: Does, path: &str) -> Value {
    match path {
        _ if path.ends_with("/options") => content("application/json"),
        "/team/events" => content("text/event-stream"),
        _ if path.ends_with(".csv") => content("text/csv"),
        _ if path.ends_with("/{face}") || (does == Does::Changes && leaves_as_a_file(path)) => {
            json!({ PAGE: {}, "text/csv": {}, "application/json": {} })
        }
        _ => content(PAGE),
    }
}

fn leaves_as_a_file(path: &str) -> bool {
    path.ends_with("/export") || path.ends_with("/file")
}

fn refused(path: &str) -> Value {
    // The script of passkeys asks here, and no person.
    if path.ends_with("/options") { content("application/problem+json") } else { content(PAGE) }
}

/// What must stand behind the question mark.
fn asked_for(path: &str, does: Does) -> Option<Value> {
    let from = json!({ "name": "from", "in": "query", "required": true, "schema": { "type": "string" } });
    (path == "/language/{language}" && does == Does::Reads).then(|| json!([from]))
}

/// Forms carry the token of their session; the fields of each stand on its page.
fn form(path: &str) -> Value {
    let media_type = match path.contains("/files/") {
        true => "multipart/form-data",
        false => "application/x-www-form-urlencoded",
    };
    json!({ media_type: { "schema": { "type": "object", "properties": { "form_token": { "type": "string" } } } } })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every address that the router's own text has but the screens and files of the app.
    fn routes() -> Vec<&'static str> {
        let app = |route: &&str| route.contains("web_app::");
        let routes = include_str!("router.rs").split(".route(").skip(1).filter(|route| !app(route));
        routes.map(|route| route.split('"').nth(1).unwrap()).collect()
    }

    #[test]
    fn every_address_of_the_router_is_described_and_no_other() {
        let document = document();
        let mut described: Vec<&str> =
            document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut routes = routes();
        routes.sort_unstable();
        routes.dedup();
        described.sort_unstable();
        assert_eq!(described, routes);
    }

    #[test]
    fn each_name_in_an_address_is_a_parameter_and_each_page_says_whose_it_is() {
        let document = document();
        let match_page = &document["paths"]["/staff/mentors/{mentor}/devices/{device}/revoke"];
        let names: Vec<_> =
            match_page["parameters"].as_array().unwrap().iter().map(|of| &of["name"]).collect();
        assert_eq!(names, ["mentor", "device"]);
        assert_eq!(match_page["post"]["summary"], "For: coordinator.");
        assert!(match_page["post"]["security"][0]["session"].is_array());
        assert!(document["paths"]["/sign-in"]["post"]["security"].is_null());
    }
}
