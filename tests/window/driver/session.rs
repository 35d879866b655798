//! The processes behind one window under test: a display, a message bus, a driver. Each session
//! has its own, so that sessions run side by side and none can end what it did not start.

use super::Place;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Result};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// A process that ends with its owner.
#[derive(Debug)]
struct Owned(Child);

impl Drop for Owned {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

/// Dropped from top to bottom: the driver, then what it needed.
#[derive(Debug)]
pub(crate) struct Session {
    driver: Owned,
    port: u16,
    _bus: Owned,
    _display: Owned,
}

impl Session {
    /// Starts display, bus and driver; the program comes with [`Session::connect`].
    pub(crate) fn start(place: &Place) -> Result<Self> {
        let (display, number) = announced(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x2000x24",
            "-nolisten",
            "tcp",
        ]))?;
        let (bus, address) = announced(Command::new("dbus-daemon").args([
            "--session",
            "--nofork",
            "--nopidfile",
            "--print-address=1",
        ]))?;
        let port = free_port()?;
        let output = File::create(place.output())?;
        let driver = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", format!(":{number}"))
            .env("DBUS_SESSION_BUS_ADDRESS", address)
            .envs(place.variables())
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .map_err(|error| named("WebKitWebDriver", &error))?;
        let mut session = Self { driver: Owned(driver), port, _bus: bus, _display: display };
        session.wait_for_driver()?;
        Ok(session)
    }

    /// Starts the program and gives the client that drives its window.
    pub(crate) async fn connect(&self) -> Client {
        let options = json!({ "binary": program(), "args": ["--automation"] });
        let mut capabilities = serde_json::Map::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the driver starts the program")
    }

    fn wait_for_driver(&mut self) -> Result<()> {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.driver.0.try_wait()? {
                return Err(Error::other(format!("WebKitWebDriver ended: {status}")));
            }
            if begun.elapsed() > PATIENCE {
                return Err(Error::new(ErrorKind::TimedOut, "WebKitWebDriver does not listen"));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }
}

/// Starts a process and waits for the one line it says when it is ready.
fn announced(command: &mut Command) -> Result<(Owned, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| named(&name, &error))?;
    let output = child.stdout.take();
    let owned = Owned(child);
    let mut line = String::new();
    if let Some(output) = output {
        BufReader::new(output).read_line(&mut line)?;
    }
    let line = line.trim().to_owned();
    if line.is_empty() {
        return Err(Error::other(format!("{name} did not start")));
    }
    Ok((owned, line))
}

fn named(program: &str, error: &Error) -> Error {
    Error::new(error.kind(), format!("{program}: {error} (`.ci/need test` installs it)"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// The program built beside this test: `target/debug/holdfast` for `target/debug/deps/e2e-...`.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the path of this test");
    let folder = test.ancestors().nth(2).expect("the folder of the build");
    let program = folder.join("holdfast");
    assert!(program.is_file(), "build the workspace first: no {}", program.display());
    program
}
