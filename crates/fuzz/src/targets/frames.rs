//! What crosses HTTP, both ways: frames that are read are the frames that were written, and no body grows past its limit.

use daymark_protocol::{Done, Down, Frames, Hello, Push, Up, Welcome, deflate, inflate, limits};

/// The input is a body, as it came and inflated.
pub fn run(input: &[u8]) {
    up(input);
    down(input);
    if let Ok(inflated) = inflate(input, limits::REQUEST_INFLATED_BYTES_MAX) {
        assert!(inflated.len() <= limits::REQUEST_INFLATED_BYTES_MAX);
        up(&inflated);
    }
}

fn up(body: &[u8]) {
    let read: Vec<Up> = Frames::of(body).map_while(Result::ok).collect();
    let mut written = Vec::new();
    read.iter().for_each(|frame| frame.write(&mut written));
    let again: Vec<Up> = Frames::of(&written).map_while(Result::ok).collect();
    assert_eq!(again, read);
}

fn down(body: &[u8]) {
    let read: Vec<Down> = Frames::of(body).map_while(Result::ok).collect();
    let mut written = Vec::new();
    read.iter().for_each(|frame| frame.write(&mut written));
    let again: Vec<Down> = Frames::of(&written).map_while(Result::ok).collect();
    assert_eq!(again, read);
}

/// A request, the same deflated, and an answer.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut request = Vec::new();
    Up::from(Hello::new(12, Some([7; 8].into()), 1)).write(&mut request);
    Up::from(Push::new([3; 16].into(), vec![vec![1, 2, 3].into(), vec![4; 40].into()])).write(&mut request);
    let mut answer = Vec::new();
    Down::from(Welcome::new([7; 8].into(), 1_760_417_400, None, None, None)).write(&mut answer);
    Down::from(Done::new(12, false, Some([9; 8].into()))).write(&mut answer);
    vec![deflate(&request), request, answer]
}
