//! The machine: what else it does, and how much memory this process has taken.

use std::fs;

/// Load above which figures are not worth much.
const BUSY: f64 = 0.6;

/// Cores and load, with a warning where something else runs.
pub(crate) fn describe() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = text.split(' ').next().and_then(|one| one.parse::<f64>().ok());
    match load {
        Some(load) if load > BUSY => {
            format!("{cores} cores, load {load}: something else is running, measure again later")
        }
        Some(load) => format!("{cores} cores, load {load}"),
        None => format!("{cores} cores"),
    }
}

/// The most memory this process ever held, in MB; absent where the system does not tell.
pub(crate) fn peak_memory() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1_000.0)
}
