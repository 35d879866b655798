//! `undo`: takes back one import, or one act by hand.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome, Stop};
use crate::{out, place};
use clap::Args;
use holdfast_core::store::change::{self, Change};
use holdfast_core::voice::Voice;

/// `undo IMPORT`
#[derive(Debug, Args)]
pub(crate) struct Undo {
    #[arg(value_name = "IMPORT")]
    import: i64,
}

impl Undo {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let store = place::writing(arguments, voice)?;
        let found = change::by_id(&store.reader()?, self.import)?.filter(Change::is_step);
        let number = self.import.to_string();
        let Some(Change { kind, label, undone, .. }) = found else {
            let args = [("import", number.into())];
            return Err(Stop::Usage(voice.say("cli-undo-unknown", &args)));
        };
        if undone {
            return Err(Stop::Usage(voice.say("cli-undo-already", &[("import", number.into())])));
        }
        let done = store.undo(self.import)?;
        let args = [("import", number.into()), ("file", label.into())];
        let key = if kind == "import" { "cli-undone" } else { "cli-undone-act" };
        out::say(&voice.say(key, &args));
        let kept = done.total().kept;
        if kept > 0 {
            let text = voice.count(i64::try_from(kept).unwrap_or(i64::MAX));
            out::say(&voice.say("cli-undo-kept", &[("count", kept.into()), ("text", text.into())]));
        }
        Ok(DONE)
    }
}
