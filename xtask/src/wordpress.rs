//! `cargo xtask wordpress`: a lesson pasted into a real WordPress, and read there in three engines.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    browsers::Browsers,
    build,
    needs::{self, Need},
    process::{self, aloud},
    project::Project,
    tools::{self, Tools},
};

/// Where the course is served. The build has to know it; that it is always the same makes the next build shorter.
const PORT: u16 = 8637;

/// Packages that start nothing: MariaDB without its service, and of the web servers that WordPress asks for one that does
/// nothing until it is told to. PHP serves the pages itself.
const NEEDS: &[Need] = &[
    Need::same_everywhere(
        "WordPress",
        &["/usr/share/wordpress/wp-load.php"],
        &["wordpress", "wordpress-theme-twentytwentythree", "php-cgi", "php-mysql", "mini-httpd"],
    ),
    Need::same_everywhere("PHP", &["php"], &["php-cli"]),
    Need::same_everywhere("MariaDB", &["/usr/sbin/mariadbd"], &["mariadb-server-core"]),
    Need::same_everywhere("MariaDB's client", &["mariadb"], &["mariadb-client"]),
];

/// Builds the course for an address of its own, then hands over to the program that writes and reads in WordPress.
pub(crate) fn run(project: &Project) -> Result<()> {
    needs::ensure(NEEDS)?;
    let browsers = Browsers::ensure()?;
    let tools = Tools::ensure(project, tools::FOR_TESTING)?;
    let folder = project.root().join("target/wordpress");
    let (course, pictures) = (folder.join("course"), folder.join("pictures"));
    fs::create_dir_all(&pictures).with_context(|| format!("cannot make {}", pictures.display()))?;
    build::run_at(project, &tools, &course, &format!("http://127.0.0.1:{PORT}/"))?;
    let mut command = process::cargo(project.root());
    command.args(["run", "--quiet", "-p", "journeys", "--bin", "wordpress", "--", &PORT.to_string()]);
    command.arg(&pictures).env("SHANYRAQ_DIST", &course);
    tools.equip(&mut command)?;
    browsers.equip(&mut command);
    process::run(&mut command, "the lesson in WordPress", aloud)?;
    println!("pictures are in {}", pictures.display());
    Ok(())
}
