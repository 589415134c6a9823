//! `GET /v1/events`: the server pokes, and a poke says nothing but *sync now*. A lost one costs only time.

use daymark_protocol::LinkError;
use futures_util::{Stream, StreamExt, future};
use reqwest::header::ACCEPT;

use super::http::{HttpApi, as_phone, checked};

const POKE: &[u8] = b"event: poke";

/// What came over the line since the last piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// One poke or several: they mean the same.
    Poke,
    /// Only that the server is still there.
    StillThere,
}

impl HttpApi {
    /// Listens until the server hangs up or the stream is dropped.
    pub async fn events(&self, authorization: &str) -> Result<impl Stream<Item = Heard> + use<>, LinkError> {
        let request =
            self.client.get(format!("{}/v1/events", self.server)).header(ACCEPT, "text/event-stream");
        let response = checked(as_phone(request, authorization).send().await).await?;
        // The end of a piece is kept: a line may come in two.
        Ok(Box::pin(
            response
                .bytes_stream()
                .scan(Vec::new(), |tail, piece| future::ready(piece.ok().map(|piece| hear(tail, &piece)))),
        ))
    }
}

fn hear(tail: &mut Vec<u8>, piece: &[u8]) -> Heard {
    tail.extend_from_slice(piece);
    let poked = tail.windows(POKE.len()).any(|part| part == POKE);
    let keep = if poked { 0 } else { tail.len().min(POKE.len() - 1) };
    tail.drain(..tail.len() - keep);
    if poked { Heard::Poke } else { Heard::StillThere }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poke_is_heard_once_wherever_the_line_is_cut() {
        let line = b": \n\nevent: poke\ndata: \n\n: \n\n";
        for cut in 0..=line.len() {
            let mut tail = Vec::new();
            let pieces = [&line[..cut], &line[cut..]].map(|piece| hear(&mut tail, piece));
            let pokes = pieces.iter().filter(|heard| **heard == Heard::Poke).count();
            assert_eq!(pokes, 1, "cut at {cut}");
        }
    }
}
