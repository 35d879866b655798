//! The shell without a window: its configuration, its list of commands, its answers, on Tauri's
//! mock runtime.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failure in here is a failed test")]

use holdfast_shell::{App, Home};
use holdfast_tests::{files_under, repository};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::PathBuf;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{MockRuntime, get_ipc_response};
use tauri::webview::InvokeRequest;
use tauri::{WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// The program with its real configuration and grants, in a folder of its own.
struct Shell {
    window: WebviewWindow<MockRuntime>,
    app: tauri::App<MockRuntime>,
    _folder: TempDir,
}

impl Shell {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let home = Home::at(folder.path().join("home")).unwrap();
        let app = holdfast_shell::builder::<MockRuntime>(App::new(home))
            .build(holdfast_shell::context())
            .unwrap();
        let window = WebviewWindowBuilder::new(&app, "main", Default::default()).build().unwrap();
        Self { window, app, _folder: folder }
    }

    fn ask(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.ask_from("tauri://localhost", command, arguments)
    }

    fn ask_from(&self, page: &str, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: page.parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: self.app.invoke_key().to_owned(),
        };
        get_ipc_response(&self.window, request).map(|answer| answer.deserialize().unwrap())
    }
}

#[test]
fn a_window_that_is_just_closing_is_waited_for() {
    let folder = TempDir::new().unwrap();
    let home = || Home::at(folder.path().join("home")).unwrap();
    let closing = App::new(home());
    closing.sample().unwrap();
    let next = App::new(home());
    let letting_go = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(150));
        drop(closing);
    });
    next.reopen();
    letting_go.join().unwrap();
    assert!(next.state().unwrap().workspace.is_some());
}

#[test]
fn the_program_says_its_version_and_that_nothing_is_open() {
    let state = Shell::start().ask("state", json!({})).unwrap();
    assert_eq!(state["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(state["workspace"], Value::Null);
    assert_eq!(state["recent"], json!([]));
}

#[test]
fn what_was_not_granted_is_refused() {
    let shell = Shell::start();
    for command in ["plugin:dialog|open", "plugin:opener|open_path", "plugin:window|close", "rm"] {
        let refusal = shell.ask(command, json!({})).unwrap_err().to_string();
        assert!(refusal.contains("not allowed"), "{command}: {refusal}");
    }
}

#[test]
fn a_page_from_elsewhere_gets_no_answer() {
    let refused = Shell::start().ask_from("https://example.org", "state", json!({}));
    assert!(refused.is_err(), "{refused:?}");
}

#[test]
fn every_command_is_declared_granted_handled_and_called() {
    let declared = quoted_in(&between("src-tauri/build.rs", "COMMANDS: &[&str] = &[", "];"));
    let granted: BTreeSet<String> = json_file("src-tauri/capabilities/main.json")["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    let handled = between("src-tauri/src/commands/mod.rs", "generate_handler![", "]")
        .split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect::<BTreeSet<_>>();
    let api = read_to_string(repository("ui/src/lib/api.ts")).unwrap();
    let called = called_in(&api);

    assert!(!declared.is_empty());
    assert_eq!(declared, granted, "build.rs and capabilities/main.json");
    assert_eq!(declared, handled, "build.rs and commands/mod.rs");
    assert_eq!(declared, called, "build.rs and ui/src/lib/api.ts");
}

#[test]
fn only_api_ts_talks_to_the_program() {
    let files = files_under(&repository("ui/src")).into_iter();
    let talks =
        |path: &PathBuf| read_to_string(path).is_ok_and(|text| text.contains("@tauri-apps"));
    let talkers = files.filter(talks);
    let names = talkers.map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    let talkers: Vec<String> = names.collect();
    assert_eq!(talkers, ["api.ts"]);
}

#[test]
fn the_configuration_has_not_widened() {
    let config = json_file("src-tauri/tauri.conf.json");
    assert_eq!(config["build"], json!({ "frontendDist": "../ui/dist" }), "no devUrl, no commands");
    assert_eq!(config["app"]["withGlobalTauri"], json!(false));
    assert_eq!(config["app"]["windows"].as_array().map(Vec::len), Some(1));
    assert_eq!(config["app"]["windows"][0]["create"], json!(false), "made in Rust, with guards");
    assert_eq!(
        config["app"]["security"],
        json!({
            "csp": "default-src 'none'; script-src 'self'; style-src 'self'; \
                    img-src 'self' data: blob:; font-src 'self'; \
                    connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; \
                    frame-ancestors 'none'; object-src 'none'",
            "freezePrototype": true,
            "assetProtocol": { "enable": false },
            "capabilities": ["main"]
        })
    );
    assert_eq!(config.get("plugins"), None, "plugins are set up in Rust");
}

#[test]
fn the_window_is_granted_our_commands_and_events_only() {
    let capability = json_file("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability.get("remote"), None);
    let events = ["core:event:allow-listen", "core:event:allow-unlisten"];
    for permission in capability["permissions"].as_array().unwrap() {
        let name = permission.as_str().expect("a name, without a scope");
        assert!(name.starts_with("allow-") || events.contains(&name), "{name}");
    }
    let files = std::fs::read_dir(repository("src-tauri/capabilities")).unwrap();
    assert_eq!(files.count(), 1, "one window, one capability");
}

fn json_file(path: &str) -> Value {
    serde_json::from_str(&read_to_string(repository(path)).unwrap()).unwrap()
}

fn between(path: &str, start: &str, end: &str) -> String {
    let text = read_to_string(repository(path)).unwrap();
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{path}: no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("{path}: no {end}")).0.to_owned()
}

fn quoted_in(text: &str) -> BTreeSet<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The first argument of every `ask<...>('name'` in api.ts.
fn called_in(api: &str) -> BTreeSet<String> {
    api.split("ask<")
        .skip(1)
        .filter_map(|call| call.split_once('(')?.1.trim_start().strip_prefix('\''))
        .filter_map(|call| Some(call.split_once('\'')?.0.to_owned()))
        .collect()
}
