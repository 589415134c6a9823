//! The only requests that this server sends: to the issuer that the operator wrote down. Any other address is refused
//! before a name is looked up, redirects are not followed, and an answer is small and comes soon.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::url::{Origin, Url};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::{ClientConfig, RootCertStore};

use super::config::Config;

const WITHIN: Duration = Duration::from_secs(10);
const BYTES_MAX: usize = 256 * 1024;

/// Why nothing was fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is none of those that the operator wrote down.
    #[error("{0} is not the issuer's; if it should be, name its origin under also_at")]
    Elsewhere(String),
    /// Only this machine itself may be asked without encryption.
    #[error("{0} is neither https nor this machine")]
    Open(String),
    /// The address cannot be read.
    #[error("'{0}' is no address")]
    NoAddress(String),
    /// There are no roots of trust.
    #[error("this machine trusts nobody's certificate: {0}")]
    NoTrust(String),
    /// The network failed, or the answer is too long.
    #[error("{0}")]
    Network(String),
    /// It took too long.
    #[error("there was no answer within ten seconds")]
    TooLate,
}

/// Asks the issuer.
pub struct Fetch {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    origins: BTreeSet<String>,
}

impl Fetch {
    /// Of what the operator wrote down.
    pub fn from(config: &Config) -> Result<Self, FetchError> {
        let origins =
            std::iter::once(&config.issuer).chain(&config.also_at).map(|address| origin_of(address));
        let origins: BTreeSet<String> = origins.collect::<Result<_, _>>()?;
        let connector = connector(origins.iter().any(|origin| origin.starts_with("https:")))?;
        // A connection for each question: there are few, and none is left open behind a sign-in.
        let client = Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector);
        Ok(Self { client, origins })
    }

    /// One request and its answer.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let origin = origin_of(&request.uri().to_string())?;
        if !self.origins.contains(&origin) {
            return Err(FetchError::Elsewhere(origin));
        }
        let asked = self.client.request(request.map(|body| Full::new(Bytes::from(body))));
        let answered = async {
            let answer = asked.await.map_err(|error| FetchError::Network(told(&error)))?;
            let (parts, body) = answer.into_parts();
            let body = Limited::new(Body::new(body), BYTES_MAX).collect().await;
            let body = body.map_err(|error| FetchError::Network(error.to_string()))?;
            Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
        };
        tokio::time::timeout(WITHIN, answered).await.map_err(|_| FetchError::TooLate)?
    }
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.ask(request))
    }
}

/// Scheme, host and port of an address that may be asked at all.
pub(super) fn origin_of(address: &str) -> Result<String, FetchError> {
    let url: Url = address.parse().map_err(|_| FetchError::NoAddress(address.to_owned()))?;
    let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    let is_closed = url.scheme() == "https" || (url.scheme() == "http" && is_here);
    match url.origin() {
        origin @ Origin::Tuple(..) if is_closed => Ok(origin.ascii_serialization()),
        _ => Err(FetchError::Open(address.to_owned())),
    }
}

/// Trusts whom the machine trusts, a district's own authority too; nobody where nothing is encrypted.
fn connector(is_encrypted: bool) -> Result<HttpsConnector<HttpConnector>, FetchError> {
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let builder = HttpsConnectorBuilder::new();
    let trusting = if is_encrypted {
        builder
            .with_provider_and_platform_verifier(ring)
            .map_err(|error| FetchError::NoTrust(error.to_string()))?
    } else {
        let config = ClientConfig::builder_with_provider(ring).with_safe_default_protocol_versions();
        let config = config.map_err(|error| FetchError::NoTrust(error.to_string()))?;
        builder.with_tls_config(config.with_root_certificates(RootCertStore::empty()).with_no_client_auth())
    };
    Ok(trusting.https_or_http().enable_http1().build())
}

fn told(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_https_or_this_machine_and_nothing_else() {
        assert_eq!(origin_of("https://id.example.org/a/b?c").unwrap(), "https://id.example.org");
        assert_eq!(origin_of("http://127.0.0.1:4000/token").unwrap(), "http://127.0.0.1:4000");
        for wrong in ["http://id.example.org", "file:///etc/passwd", "http://169.254.169.254/", "https:", "x"]
        {
            assert!(origin_of(wrong).is_err(), "{wrong}");
        }
    }
}
