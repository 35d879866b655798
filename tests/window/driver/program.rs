//! The real program in a real window, driven like a user would.

use super::{Place, session::Session, xpath};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator, key::Key};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// How long something may take to appear; slow machines are slow, failures are rare.
const PATIENCE: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_millis(20);

/// A running program. Ends when dropped; a test that fails leaves a picture and the page's text in
/// `target/e2e/`.
#[derive(Debug)]
pub(crate) struct Program {
    client: Option<Client>,
    runtime: Runtime,
    output: PathBuf,
    _session: Session,
}

impl Program {
    /// Starts it and waits until its window has the keyboard and a page.
    #[track_caller]
    pub(crate) fn start(place: &Place) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime for the driver's client");
        let session = Session::start(place).unwrap_or_else(|error| panic!("{error}"));
        let client = Some(runtime.block_on(session.connect()));
        let program = Self { client, runtime, output: place.output(), _session: session };
        program.wait_until("the window has the keyboard and a page", || {
            program.script("return document.hasFocus() && document.querySelector('h1') !== null")
                == json!(true)
        });
        program
    }

    /// The visible element of this role and name; waits for it.
    #[track_caller]
    pub(crate) fn find(&self, role: &str, name: &str) -> Element {
        self.first_visible(&xpath::by_role(role, name), &format!("{role} “{name}”"))
    }

    /// The visible element that shows this text; waits for it.
    #[track_caller]
    pub(crate) fn see(&self, text: &str) -> Element {
        self.first_visible(&xpath::by_text(text), &format!("the text “{text}”"))
    }

    /// The visible element a CSS selector finds; waits for it. For what has neither role nor words.
    #[track_caller]
    pub(crate) fn select(&self, css: &str) -> Element {
        self.wait_for(css, || self.visible(Locator::Css(css)).into_iter().next())
    }

    /// Whether this text can be seen now.
    pub(crate) fn shows(&self, text: &str) -> bool {
        !self.visible(Locator::XPath(&xpath::by_text(text))).is_empty()
    }

    /// Clicks on the element of this role and name.
    #[track_caller]
    pub(crate) fn click(&self, role: &str, name: &str) {
        self.click_on(&self.find(role, name));
    }

    /// Clicks on an element found before.
    #[track_caller]
    pub(crate) fn click_on(&self, element: &Element) {
        self.wait(element.click()).unwrap_or_else(|error| panic!("cannot click: {error}"));
    }

    /// Chooses a value of the list of this name.
    #[track_caller]
    pub(crate) fn choose(&self, name: &str, value: &str) {
        let list = self.find("combobox", name);
        // The driver cannot press an option that its list, still closed, does not show.
        let choose = || {
            self.script_with(
                "const [list, value] = arguments;
                 if (![...list.options].some((it) => it.value === value)) return null;
                 list.value = value;
                 list.dispatchEvent(new Event('change', { bubbles: true }));
                 return list.value",
                vec![json!(list), json!(value)],
            )
        };
        // What there is to choose from may come a moment later than the list.
        self.wait_until(&format!("“{name}” has {value}"), || choose() == json!(value));
    }

    /// The words shown at a place. Asked of the page itself, as `visible` is: the driver's
    /// own way finds nothing in a heading that may be cut short, or in what slides in.
    #[track_caller]
    pub(crate) fn text(&self, css: &str) -> String {
        let element = self.select(css);
        let text = self.script_with("return arguments[0].innerText.trim()", vec![json!(element)]);
        text.as_str().unwrap_or_else(|| panic!("no text at {css}")).to_owned()
    }

    /// Types into whatever has the keyboard.
    #[track_caller]
    pub(crate) fn keys(&self, text: &str) {
        self.act(text.chars().flat_map(|key| [KeyAction::Down { value: key }, up(key)]));
    }

    /// Presses a key that has no character.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.keys(&char::from(key).to_string());
    }

    /// Presses a key while another is held: `chord(Key::Control, 'k')`.
    #[track_caller]
    pub(crate) fn chord(&self, held: Key, key: char) {
        self.chord_of(&[held], key);
    }

    /// Presses a key while others are held.
    #[track_caller]
    pub(crate) fn chord_of(&self, held: &[Key], key: char) {
        let held = || held.iter().map(|key| char::from(*key));
        let press = |value| KeyAction::Down { value };
        let all = held().map(press).chain([press(key), up(key)]).chain(held().map(up));
        self.act(all.collect::<Vec<_>>());
    }

    /// The attribute of an element; empty where it has none.
    #[track_caller]
    pub(crate) fn attribute(&self, element: &Element, name: &str) -> String {
        self.wait(element.attr(name))
            .unwrap_or_else(|error| panic!("cannot read {name}: {error}"))
            .unwrap_or_default()
    }

    /// Presses Tab until what has the keyboard is called something with these words.
    #[track_caller]
    pub(crate) fn tab_to(&self, words: &str) {
        self.wait_until(&format!("Tab reaches “{words}”"), || {
            self.press(Key::Tab);
            self.focus().contains(words)
        });
    }

    /// What has the keyboard, by its role or tag and its name: `button Import your CSV`.
    #[track_caller]
    pub(crate) fn focus(&self) -> String {
        let focus = self.script(
            "const e = document.activeElement; if (!e) return '';
             const name = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText;
             return `${e.getAttribute('role') ?? e.localName} ${(name ?? '').trim()}`",
        );
        focus.as_str().unwrap_or_default().to_owned()
    }

    /// The place in the program: `#/overview`.
    #[track_caller]
    pub(crate) fn route(&self) -> String {
        self.script("return location.hash").as_str().unwrap_or_default().to_owned()
    }

    /// Goes to a place in the program, as a link would.
    #[track_caller]
    pub(crate) fn go(&self, route: &str) {
        self.script_with("location.hash = arguments[0]", vec![json!(route)]);
    }

    /// Shows the page in `light` or `dark`, whatever the program and the system say.
    #[track_caller]
    pub(crate) fn theme(&self, theme: &str) {
        self.script_with(
            "document.documentElement.dataset.theme = arguments[0]",
            vec![json!(theme)],
        );
    }

    /// The title of the page.
    #[track_caller]
    pub(crate) fn title(&self) -> String {
        self.wait(self.client().title()).unwrap_or_else(|error| panic!("no title: {error}"))
    }

    /// Runs JavaScript in the page and gives what it returns.
    #[track_caller]
    pub(crate) fn script(&self, code: &str) -> Value {
        self.script_with(code, Vec::new())
    }

    /// Runs JavaScript with `arguments`.
    #[track_caller]
    pub(crate) fn script_with(&self, code: &str, arguments: Vec<Value>) -> Value {
        self.wait(self.client().execute(code, arguments))
            .unwrap_or_else(|error| panic!("script failed: {error}\n{code}"))
    }

    /// Runs JavaScript in the page that calls its last argument with what it has to say, and gives that.
    #[track_caller]
    pub(crate) fn answer(&self, code: &str) -> Value {
        self.wait(self.client().execute_async(code, Vec::new()))
            .unwrap_or_else(|error| panic!("script failed: {error}\n{code}"))
    }

    /// Fails unless axe-core finds nothing wrong with the page as it is.
    #[track_caller]
    pub(crate) fn assert_accessible(&self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// What axe-core finds wrong with the page as it is. A page that changed while it looked had
    /// half its contrast: that one is looked at again.
    #[track_caller]
    pub(crate) fn faults(&self) -> Vec<String> {
        match self.look() {
            (faults, true) if !faults.is_empty() => self.look().0,
            (faults, _) => faults,
        }
    }

    /// The faults, and whether something moved or came meanwhile.
    #[track_caller]
    fn look(&self) -> (Vec<String>, bool) {
        // Halfway through a change of colours nothing has its contrast.
        self.wait_until("nothing moves", || {
            self.script("return document.getAnimations().length") == json!(0)
        });
        if self.script("return window.axe === undefined") == json!(true) {
            let axe = holdfast_tests::repository("ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(axe);
            self.script(&axe.expect("axe-core, installed with the UI's packages"));
        }
        let found = self.wait(self.client().execute_async(
            "let moved = false;
             const saw = () => { moved = true; };
             const watch = new MutationObserver(saw);
             watch.observe(document.querySelector('#app') ?? document.body,
               { subtree: true, childList: true, characterData: true });
             document.addEventListener('transitionrun', saw, { once: true });
             const done = (found) => {
               watch.disconnect();
               arguments[0]({ found, moved: moved || document.getAnimations().length > 0 });
             };
             axe.run(document, { resultTypes: ['violations'] }).then(
               (r) => done(r.violations.map((v) => `${v.id}: ${v.help}\\n` +
                 v.nodes.map((n) => `    ${n.html} ${n.failureSummary}`).join('\\n'))),
               (e) => done([String(e)]))",
            Vec::new(),
        ));
        let found = found.unwrap_or_else(|error| panic!("axe did not run: {error}"));
        let moved = found["moved"] == json!(true);
        let found = found["found"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let place = self.route();
        (found.map(|fault| format!("axe at {place}: {fault}")).collect(), moved)
    }

    /// Waits until something is so; fails with these words if it never is.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn() -> bool) {
        self.wait_for(what, || is_so().then_some(()));
    }

    /// Waits until something is there and gives it; fails with these words if it never comes.
    #[track_caller]
    pub(crate) fn wait_for<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "waited in vain: {what}");
            std::thread::sleep(TICK);
        }
    }

    #[track_caller]
    fn first_visible(&self, xpath: &str, what: &str) -> Element {
        self.wait_for(what, || self.visible(Locator::XPath(xpath)).into_iter().next())
    }

    /// Asks the page itself: the driver takes a title of its exact width in a box that clips for
    /// hidden.
    fn visible(&self, locator: Locator<'_>) -> Vec<Element> {
        self.wait(async {
            let found = self.client().find_all(locator).await.unwrap_or_default();
            let asked = found.iter().map(|element| json!(element)).collect();
            let seen = self.client().execute(
                "return [...arguments].map((e) => e.getClientRects().length > 0
                   && getComputedStyle(e).visibility === 'visible')",
                asked,
            );
            // Elements that went away in between are not visible.
            let seen = seen.await.unwrap_or_default();
            let is_seen = |at: usize| seen.get(at) == Some(&json!(true));
            let found = found.into_iter().enumerate();
            found.filter(|(at, _)| is_seen(*at)).map(|(_, element)| element).collect()
        })
    }

    #[track_caller]
    fn act(&self, keys: impl IntoIterator<Item = KeyAction>) {
        let keys = keys.into_iter().fold(KeyActions::new("keys".to_owned()), KeyActions::then);
        self.wait(self.client().perform_actions(keys))
            .unwrap_or_else(|error| panic!("cannot type: {error}"));
    }

    fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("there until the program ends")
    }

    /// Picture, text and terminal of a window whose test is failing.
    fn leave_traces(&self) {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("test").replace("::", "-");
        let test = std::env::current_exe().unwrap_or_default();
        let folder = test.ancestors().nth(3).unwrap_or(Path::new(".")).join("e2e");
        let _made = std::fs::create_dir_all(&folder);
        let picture = folder.join(format!("{name}.png"));
        if let Ok(png) = self.wait(self.client().screenshot()) {
            let _saved = std::fs::write(&picture, png);
        }
        let text = self.wait(self.client().execute("return document.body.innerText", Vec::new()));
        let text = text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
        let output = std::fs::read_to_string(&self.output).unwrap_or_default();
        let route = self.wait(self.client().execute("return location.hash", Vec::new()));
        let traces = format!("{route:?}\n{text}\n--- terminal\n{output}");
        let _saved = std::fs::write(folder.join(format!("{name}.txt")), traces);
        eprintln!("the window at that moment: {}", picture.display());
    }
}

fn up(value: char) -> KeyAction {
    KeyAction::Up { value }
}

impl Drop for Program {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.leave_traces();
        }
        if let Some(client) = self.client.take() {
            // Ends the program too; if the driver is gone, the display's end does it.
            let _closed = self.runtime.block_on(client.close());
        }
    }
}
