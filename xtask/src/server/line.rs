//! The line to the outside: the open connections, and whether it is cut.

use std::{
    collections::BTreeMap,
    io,
    net::{Shutdown, TcpStream},
    sync::Mutex,
};

use super::held;

/// Every open connection, so that all of them can be dropped at once.
#[derive(Debug, Default)]
pub(super) struct Line {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    cut: bool,
    next: u64,
    open: BTreeMap<u64, TcpStream>,
}

/// A place on the line; given back when dropped.
#[derive(Debug)]
pub(super) struct Place<'line> {
    line: &'line Line,
    number: u64,
}

impl Line {
    /// Takes `stream` on, or returns `None` while the line is cut.
    pub(super) fn admit(&self, stream: &TcpStream) -> io::Result<Option<Place<'_>>> {
        let mut state = held(&self.state);
        if state.cut {
            return Ok(None);
        }
        let number = state.next;
        state.next += 1;
        state.open.insert(number, stream.try_clone()?);
        Ok(Some(Place { line: self, number }))
    }

    /// Drops every open connection and admits no other.
    pub(super) fn cut(&self) {
        let mut state = held(&self.state);
        state.cut = true;
        for stream in state.open.values() {
            // The only failure is a connection that is closed already.
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Admits connections again.
    pub(super) fn restore(&self) {
        held(&self.state).cut = false;
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        held(&self.line.state).open.remove(&self.number);
    }
}
