//! Starts the program once more where the web view would otherwise stay blank.

/// NVIDIA under Wayland shows an empty window unless `WEBKIT_DISABLE_DMABUF_RENDERER` is set.
/// Setting a variable of the own process is unsafe once threads may read it, so the program
/// replaces itself by a copy that has it from the start: same process id, a few milliseconds.
/// Returns where there is nothing to do, or where that fails.
#[cfg(target_os = "linux")]
pub fn with_working_graphics() {
    use std::os::unix::process::CommandExt;
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut arguments = std::env::args_os();
    let mut copy = std::process::Command::new(program);
    if let Some(name) = arguments.next() {
        copy.arg0(name);
    }
    // Comes back only if it failed; then a window that may be blank is better than none.
    let _failed = copy.args(arguments).env(VARIABLE, "1").exec();
}

/// Nothing to do outside Linux.
#[cfg(not(target_os = "linux"))]
pub fn with_working_graphics() {}
