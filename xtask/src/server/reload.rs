//! Live reload: a script in every page, and the stream of builds it listens to.
//!
//! The pages forbid every inline script whose hash they do not name, so the hash of ours is added to their policy
//! as they are served. The files on disk stay as they are.

use std::{
    io::{self, Write},
    net::TcpStream,
    sync::{Condvar, Mutex, PoisonError},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use super::held;

/// Where the script listens.
pub(super) const PATH: &str = "/__reload";

/// The build is in an attribute, not in the text: the text, and so its hash, never changes.
const SCRIPT: &str = r#"{let{build}=document.currentScript.dataset;new EventSource("/__reload").onmessage=({data})=>{if(data!==build)location.reload()}}"#;

/// What a Content-Security-Policy calls [`SCRIPT`].
const SCRIPT_HASH: &str = "sha256-Q/9uZxE77X7yABUE9J+f3N6CfuYhIeQNaB5/RZSzDps=";

/// A quiet line would not show that the page at its other end is gone.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// Which build is being served.
#[derive(Debug)]
pub(super) struct Reload {
    build: Mutex<u128>,
    changed: Condvar,
}

impl Default for Reload {
    fn default() -> Self {
        Self { build: Mutex::new(stamp()), changed: Condvar::new() }
    }
}

impl Reload {
    /// Tells every listening page that there is a new build.
    pub(super) fn announce(&self) {
        *held(&self.build) = stamp();
        self.changed.notify_all();
    }

    /// The page with the script that reloads it, allowed by its own policy.
    pub(super) fn inject(&self, page: &str) -> String {
        let script = format!("<script data-build=\"{}\">{SCRIPT}</script>", held(&self.build));
        // Escaped quotes are right in an attribute whichever quotes enclose it.
        let page = page.replacen("script-src ", &format!("script-src &#39;{SCRIPT_HASH}&#39; "), 1);
        match page.rfind("</body>") {
            Some(end) => {
                let (before, after) = page.split_at(end);
                format!("{before}{script}{after}")
            }
            None => page + &script,
        }
    }

    /// Sends the current build and each later one, until the page is gone.
    pub(super) fn stream(&self, stream: &mut TcpStream) -> io::Result<()> {
        stream.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        )?;
        let mut told = 0;
        loop {
            let build = held(&self.build);
            let (build, _) = self
                .changed
                .wait_timeout_while(build, HEARTBEAT, |build| *build == told)
                .unwrap_or_else(PoisonError::into_inner);
            let message = if *build == told { ":\n\n".to_owned() } else { format!("data: {build}\n\n") };
            told = *build;
            drop(build);
            stream.write_all(message.as_bytes())?;
        }
    }
}

/// Different for every build, also across restarts of the server: a page left open from yesterday reloads.
fn stamp() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos()
}

#[cfg(test)]
mod tests {
    use base64::{Engine, prelude::BASE64_STANDARD};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_hash_is_that_of_the_script() {
        assert_eq!(SCRIPT_HASH, format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(SCRIPT))));
    }

    #[test]
    fn a_page_gets_the_script_and_the_permission() {
        let page = "<meta content=\"default-src 'self'; script-src 'self' 'strict-dynamic'\"><body>x</body></html>";
        let served = Reload::default().inject(page);
        assert!(served.contains(&format!("script-src &#39;{SCRIPT_HASH}&#39; 'self' 'strict-dynamic'")), "{served}");
        assert!(served.contains(&format!("{SCRIPT}</script></body></html>")), "{served}");
    }

    #[test]
    fn every_announcement_is_a_new_build() {
        let reload = Reload::default();
        let before = *held(&reload.build);
        reload.announce();
        assert_ne!(before, *held(&reload.build));
    }
}
