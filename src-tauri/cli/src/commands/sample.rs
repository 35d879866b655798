//! `sample`: a workspace with the sample business.

use crate::args::Arguments;
use crate::stop::{DONE, Outcome};
use crate::{out, place};
use clap::Args;
use holdfast_core::sample::{self, Spec};
use holdfast_core::voice::Voice;

/// `sample [--seed N] [--customers N] [--months N]`
#[derive(Debug, Args)]
pub(crate) struct Sample {
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32)
        .range(i64::from(*Spec::CUSTOMERS.start())..=i64::from(*Spec::CUSTOMERS.end())))]
    customers: Option<u32>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32)
        .range(i64::from(*Spec::MONTHS.start())..=i64::from(*Spec::MONTHS.end())))]
    months: Option<u32>,
}

impl Sample {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let usual = Spec::default();
        let spec = Spec {
            seed: self.seed.unwrap_or(usual.seed),
            customers: self.customers.unwrap_or(usual.customers),
            months: self.months.unwrap_or(usual.months),
            ..usual
        };
        let path = place::new(arguments, "sample");
        sample::create(&path, &spec, &sample::name(voice))?;
        out::say(&voice.say("cli-made", &[("file", path.display().to_string().into())]));
        Ok(DONE)
    }
}
