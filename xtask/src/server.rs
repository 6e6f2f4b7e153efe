//! A static HTTP server for `dist/`: what `serve` shows, what the journeys and the bench visit.
//!
//! It knows files, folders and addresses, and how to misbehave on request (slow, missing, cut off). It knows
//! nothing of the course. Plain threads over `std::net`: one per connection, which is plenty for a browser.

mod compression;
mod connection;
mod line;
mod mime;
mod reload;
mod request;
mod response;
mod site;

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use self::{compression::Compressed, line::Line, reload::Reload, site::Site};

/// The name under which the server is addressed. Two names are two origins to a browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Host {
    /// `http://127.0.0.1:…`
    #[default]
    Address,
    /// `http://localhost:…`
    Localhost,
}

/// How a [`Server`] is to behave. The default serves the folder at `/`, on a free port, at once and in full.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The path the folder is mounted at, such as `/a/b/c/`; everything outside is 404. Empty means `/`.
    pub prefix: String,
    /// The host name in [`Server::origin`].
    pub host: Host,
    /// The port, or a free one of the system's choice.
    pub port: Option<u16>,
    /// Answers text and wasm in brotli, quality 11, when the client accepts it. Needs the feature `compression`.
    pub brotli: bool,
    /// Sends `Access-Control-Allow-Origin: *`.
    pub cors: bool,
    /// Waits before answering a path with this ending.
    pub delay: Vec<(String, Duration)>,
    /// Answers 404 for a path with one of these endings, though the file is there.
    pub missing: Vec<String>,
    /// Adds a script to every page that reloads it on [`Server::reload`].
    pub live_reload: bool,
}

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The path as the browser sent it, percent-encoded, without its query.
    pub path: String,
    /// The HTTP status.
    pub status: u16,
    /// Bytes sent: head and body together.
    pub bytes_on_wire: u64,
    /// When the answer was sent off, counted from the start of the server.
    pub at: Duration,
}

/// A running server. It stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What the connections have in common.
#[derive(Debug)]
struct Shared {
    site: Site,
    options: Options,
    line: Line,
    reload: Reload,
    compressed: Compressed,
    hits: Mutex<Vec<Hit>>,
    started: Instant,
    stopping: AtomicBool,
}

impl Server {
    /// Serves the folder `root` until the server is dropped.
    ///
    /// # Errors
    /// The folder does not exist, the port is taken, or brotli was asked for and not compiled in.
    pub fn start(root: &Path, options: Options) -> Result<Self> {
        if options.brotli && !Compressed::AVAILABLE {
            bail!("brotli was asked for, but xtask was built without its feature `compression`");
        }
        let site = Site::new(root, &options.prefix)?;
        let port = options.port.unwrap_or(0);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port} of this machine"))?;
        let address = listener.local_addr().context("cannot read back the port that was given")?;
        let shared = Arc::new(Shared {
            site,
            options,
            line: Line::default(),
            reload: Reload::default(),
            compressed: Compressed::default(),
            hits: Mutex::default(),
            started: Instant::now(),
            stopping: AtomicBool::new(false),
        });
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Ok(Self { address, shared, accepting: Some(accepting) })
    }

    /// The origin without a closing slash: `http://127.0.0.1:8080`.
    pub fn origin(&self) -> String {
        let host = match self.shared.options.host {
            Host::Address => "127.0.0.1",
            Host::Localhost => "localhost",
        };
        format!("http://{host}:{}", self.address.port())
    }

    /// The address of the mounted folder, with a closing slash: `http://127.0.0.1:8080/a/b/c/`.
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.shared.site.prefix())
    }

    /// Compresses every file below `folder` (relative to the root; empty for all) now rather than on first request.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn prepare(&self, folder: &str) -> Result<()> {
        if self.shared.options.brotli {
            for file in self.shared.site.files_below(folder)? {
                if mime::is_compressible(&file) {
                    self.shared.compressed.file(&file)?;
                }
            }
        }
        Ok(())
    }

    /// Drops every open connection, and every new one until [`Server::restore`].
    pub fn cut(&self) {
        self.shared.line.cut();
    }

    /// Answers again after [`Server::cut`].
    pub fn restore(&self) {
        self.shared.line.restore();
    }

    /// Tells every open page to reload. Without effect unless started with `live_reload`.
    pub fn reload(&self) {
        self.shared.reload.announce();
    }

    /// Every request answered so far, in order.
    pub fn log(&self) -> Vec<Hit> {
        held(&self.shared.hits).clone()
    }

    /// Forgets the requests answered so far.
    pub fn clear_log(&self) {
        held(&self.shared.hits).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        self.shared.line.cut();
        self.shared.reload.announce();
        // `accept` blocks until somebody calls; this call is ours.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(accepting) = self.accepting.take().filter(|_| woken) {
            // A panic in that thread has been printed already; there is nobody left to tell here.
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        // A connection that failed before it began concerns only its caller.
        let Ok(stream) = stream else { continue };
        let shared = Arc::clone(shared);
        thread::spawn(move || connection::serve(stream, &shared));
    }
}

/// Locks `mutex`. What it guards here is whole after every statement, so a panic elsewhere does not spoil it.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
