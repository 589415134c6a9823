//! What a stranger may send before they are anybody: a code as it is typed, and the request that carries it.

use daymark_protocol::pairing::{CODE_ALPHABET, CODE_CHARACTERS, PairRequest, normalised_code};

/// The input is a code, and a request's body.
pub fn run(input: &[u8]) {
    let typed = String::from_utf8_lossy(input);
    if let Some(code) = normalised_code(&typed) {
        assert_eq!(code.len(), CODE_CHARACTERS);
        assert!(code.bytes().all(|byte| CODE_ALPHABET.contains(&byte)));
        assert_eq!(normalised_code(&code).as_deref(), Some(code.as_str()));
    }
    if let Ok(request) = serde_json::from_slice::<PairRequest>(input) {
        let _ = normalised_code(&request.code);
        assert!(serde_json::to_vec(&request).is_ok());
    }
}

/// As people type it, and as phones send it.
pub fn seeds() -> Vec<Vec<u8>> {
    let request = PairRequest {
        code: "7K3M0-119AB".to_owned(),
        public_key: "0f".repeat(32),
        commitment: "0f".repeat(32),
        signature: "0f".repeat(64),
        platform: "web".to_owned(),
        app_version: "0.1.0".to_owned(),
        language: "en".to_owned(),
    };
    let codes = [" 7k3mo-il9ab ", "7K3M0119AB"].map(|code| code.as_bytes().to_vec());
    codes.into_iter().chain(serde_json::to_vec(&request)).collect()
}
