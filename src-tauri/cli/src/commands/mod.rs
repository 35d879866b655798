//! One file a command.

pub(crate) mod answer;
pub(crate) mod check;
pub(crate) mod cohorts;
pub(crate) mod customers;
pub(crate) mod decide;
pub(crate) mod explain;
pub(crate) mod health;
pub(crate) mod import;
pub(crate) mod imports;
pub(crate) mod loyalty;
pub(crate) mod metrics;
pub(crate) mod new;
pub(crate) mod redeem;
pub(crate) mod sample;
pub(crate) mod surveys;
pub(crate) mod undo;

use crate::args::{Arguments, Command};
use crate::stop::Outcome;
use holdfast_core::voice::Voice;

/// Runs the command that was typed; gives the exit code.
pub(crate) fn run(arguments: &Arguments, voice: &Voice) -> Outcome {
    match &arguments.command {
        Command::New(new) => new.run(arguments, voice),
        Command::Sample(sample) => sample.run(arguments, voice),
        Command::Import(import) => import.run(arguments, voice),
        Command::Imports(imports) => imports.run(arguments, voice),
        Command::Undo(undo) => undo.run(arguments, voice),
        Command::Metrics(metrics) => metrics.run(arguments, voice),
        Command::Cohorts(cohorts) => cohorts.run(arguments, voice),
        Command::Customers(customers) => customers.run(arguments, voice),
        Command::Explain(explain) => explain.run(arguments, voice),
        Command::Health(health) => health.run(arguments, voice),
        Command::Join(join) => join.run(arguments, voice),
        Command::Apart(apart) => apart.run(arguments, voice),
        Command::Split(split) => split.run(arguments, voice),
        Command::Surveys(surveys) => surveys.run(arguments, voice),
        Command::Answer(answer) => answer.run(arguments, voice),
        Command::Loyalty(loyalty) => loyalty.run(arguments, voice),
        Command::Redeem(redeem) => redeem.run(arguments, voice),
        Command::Check(check) => check.run(arguments, voice),
    }
}
