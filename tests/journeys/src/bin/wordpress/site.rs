//! A WordPress of Debian with a database of its own, on a loopback address.

use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    path::PathBuf,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use journeys::free_port;

use crate::workshop::{Workshop, run};

/// Where Debian's package puts WordPress.
const WORDPRESS: &str = "/usr/share/wordpress";
const PATIENCE: Duration = Duration::from_mins(1);

/// Whoever writes: no administrator.
pub(crate) const AUTHOR: &str = "author";
pub(crate) const PASSWORD: &str = "correct horse battery staple";

/// The site, as long as its workshop is open.
#[derive(Debug)]
pub(crate) struct Site {
    /// Its address, without a slash at its end.
    pub(crate) home: String,
    /// What runs there.
    pub(crate) versions: String,
    /// What PHP may call.
    environment: Vec<(&'static str, String)>,
    folder: PathBuf,
}

impl Site {
    /// Starts the database, installs WordPress and serves it. It may call the course at a port of this machine.
    pub(crate) fn start(workshop: &Workshop, course_port: u16) -> Result<Self> {
        let port = free_port()?;
        let socket = workshop.path("mysql.sock");
        let home = format!("http://localhost:{port}");
        let environment = vec![
            ("WORDPRESS_SOCKET", socket.display().to_string()),
            ("WORDPRESS_HOME", home.clone()),
            ("WORDPRESS_COURSE_PORT", course_port.to_string()),
        ];
        let mut site = Self { home, versions: String::new(), environment, folder: workshop.path("wordpress") };
        start_database(workshop)?;
        site.copy()?;
        site.versions = site.install(workshop)?;
        let address = format!("localhost:{port}");
        let mut server = site.php();
        // WordPress calls itself while it answers.
        server.env("PHP_CLI_SERVER_WORKERS", "4").args(["-S", &address, "-t"]).arg(&site.folder);
        let child = workshop.start(&mut server, "php.log")?;
        until(workshop, "php.log", child, || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok())?;
        Ok(site)
    }

    /// PHP with what our settings of WordPress read.
    fn php(&self) -> Command {
        let mut command = Command::new("php");
        command.envs(self.environment.iter().map(|(name, value)| (*name, value)));
        command
    }

    /// A copy with links followed, for the package is shared and not ours to write into.
    fn copy(&self) -> Result<()> {
        run(Command::new("cp").args(["-rL", WORDPRESS]).arg(&self.folder))?;
        fs::write(self.folder.join("wp-config.php"), include_str!("../../../../wordpress/wp-config.php"))?;
        let plugins = self.folder.join("wp-content/mu-plugins");
        fs::create_dir_all(&plugins)?;
        Ok(fs::write(plugins.join("loopback.php"), include_str!("../../../../wordpress/loopback.php"))?)
    }

    fn install(&self, workshop: &Workshop) -> Result<String> {
        let script = workshop.path("install.php");
        fs::write(&script, include_str!("../../../../wordpress/install.php"))?;
        run(self.php().arg(script).arg(&self.folder).args([AUTHOR, PASSWORD]))
    }
}

fn start_database(workshop: &Workshop) -> Result<()> {
    let (data, socket) = (workshop.path("data"), workshop.path("mysql.sock"));
    let data = format!("--datadir={}", data.display());
    let user = format!("--user={}", run(Command::new("id").arg("-un"))?.trim());
    let install = ["--no-defaults", "--skip-test-db", "--auth-root-authentication-method=normal", &user, &data];
    run(Command::new("mariadb-install-db").args(install))?;
    let mut server = Command::new("/usr/sbin/mariadbd");
    let socket = format!("--socket={}", socket.display());
    server.args(["--no-defaults", "--skip-networking", "--skip-log-bin", &user, &data, &socket]);
    let child = workshop.start(&mut server, "mariadb.log")?;
    let client =
        |command: &str| Command::new("mariadb").args(["--no-defaults", "--user=root", &socket, "-e", command]).output();
    until(workshop, "mariadb.log", child, || client("select 1").is_ok_and(|output| output.status.success()))?;
    let made = client("create database wordpress character set utf8mb4").context("cannot start the client")?;
    if !made.status.success() {
        bail!("the database cannot be made: {}", String::from_utf8_lossy(&made.stderr));
    }
    Ok(())
}

/// Waits until a process of the background is ready.
fn until(workshop: &Workshop, log: &str, mut child: Child, is_ready: impl Fn() -> bool) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    while !is_ready() {
        if child.try_wait()?.is_some() || Instant::now() > end {
            bail!("{log} tells why it is not ready: {}", workshop.said(log));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}
