//! How many connections one address may hold. A whole school sits behind one address, and so may a small district: the
//! limit only keeps one of them from holding all.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Who holds how many.
#[derive(Clone)]
pub struct Peers {
    most: usize,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One connection of an address, until this is dropped.
pub struct Held {
    peers: Peers,
    peer: IpAddr,
}

impl Peers {
    /// So many connections an address.
    pub fn of(most: usize) -> Self {
        Self { most, held: Arc::default() }
    }

    /// Counts one more; none when the address has all that it may have. A proxy on this machine speaks for everybody
    /// and is not counted.
    pub fn hold(&self, peer: IpAddr) -> Option<Held> {
        let peer = network(peer);
        let mut held = self.held();
        let count = held.entry(peer).or_default();
        if *count >= self.most && !peer.is_loopback() {
            return None;
        }
        *count += 1;
        Some(Held { peers: self.clone(), peer })
    }

    fn held(&self) -> MutexGuard<'_, HashMap<IpAddr, usize>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut held = self.peers.held();
        if let Some(count) = held.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.peer);
            }
        }
    }
}

/// One subscriber has as many IPv6 addresses as they like; their network of 64 bits is what they have once.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) if !address.is_loopback() => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_cannot_hold_every_connection_and_another_is_not_kept_out_by_it() {
        let peers = Peers::of(2);
        let [school, other] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse::<IpAddr>().unwrap());
        let (one, two) = (peers.hold(school), peers.hold(school));
        assert!(one.is_some() && two.is_some() && peers.hold(school).is_none());
        assert!(peers.hold(other).is_some());
        drop(one);
        assert!(peers.hold(school).is_some(), "what was closed may be opened again");
    }

    #[test]
    fn a_subscribers_many_addresses_are_one() {
        let peers = Peers::of(1);
        let held = peers.hold("2001:db8::1".parse().unwrap());
        assert!(peers.hold("2001:db8::2".parse().unwrap()).is_none());
        assert!(peers.hold("2001:db8:0:1::1".parse().unwrap()).is_some());
        drop(held);
    }

    #[test]
    fn a_proxy_on_this_machine_is_not_counted() {
        let peers = Peers::of(1);
        let held: Vec<_> = (0..3).map(|_| peers.hold(IpAddr::from([127, 0, 0, 1]))).collect();
        assert!(held.iter().all(Option::is_some));
    }
}
