//! Cases from a seed: heads of the fixtures, or cells of them, with what files get wrong put in.

use std::fs;
use std::io::{self, Write};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What a target takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The head of a file.
    File,
    /// One cell of it.
    Cell,
}

/// Bytes of a head.
const HEAD: u64 = 3_000;
/// A case that takes longer hangs.
const SOON: Duration = Duration::from_secs(1);

/// What is put in.
const WRONG: [&[u8]; 18] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"|",
    b"\r",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xEF\xBB\xBF",
    b"\xFF\xFE",
    b"\xC2\xA0",
    b"'",
    b"=",
    b"9999999999999999999",
    b"-",
    b"\xE2\x82\xAC",
];

/// Small steps of chance, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit.max(1)
    }
}

/// Runs a target on as many cases as the first word of the command line says (2,000), of the seed
/// the second one is (1).
pub fn from_seed(piece: Piece, run: fn(&[u8])) -> ExitCode {
    let mut words = std::env::args().skip(1).map_while(|word| word.parse::<u64>().ok());
    let (cases, seed) = (words.next().unwrap_or(2_000), words.next().unwrap_or(1));
    let files = fixtures();
    if files.is_empty() {
        writeln!(io::stderr(), "there are no fixtures to begin with").ok();
        return ExitCode::FAILURE;
    }
    let mut dice = Dice(seed);
    for case in 0..cases {
        let bytes = bytes(piece, &files, &mut dice);
        let begun = Instant::now();
        let done = catch_unwind(|| run(&bytes)).is_ok();
        if !done || begun.elapsed() > SOON {
            let what = if done { "took too long" } else { "panicked" };
            let bytes = bytes.escape_ascii();
            writeln!(io::stderr(), "case {case} of seed {seed} {what}: \"{bytes}\"").ok();
            return ExitCode::FAILURE;
        }
    }
    writeln!(io::stdout(), "{cases} cases of seed {seed}").ok();
    ExitCode::SUCCESS
}

fn bytes(piece: Piece, files: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let Some(file) = files.get(dice.below(files.len())) else { return Vec::new() };
    let mut bytes = match piece {
        Piece::File => file.clone(),
        Piece::Cell => {
            let cells: Vec<&[u8]> = file.split(|b| b",;\t\n\r".contains(b)).collect();
            cells.get(dice.below(cells.len())).copied().unwrap_or_default().to_vec()
        }
    };
    for _ in 0..dice.below(6) {
        spoil(&mut bytes, files, dice);
    }
    bytes
}

/// One thing that goes wrong.
fn spoil(bytes: &mut Vec<u8>, files: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let end = (at + dice.below(40)).min(bytes.len());
    match dice.below(5) {
        0 => drop(bytes.splice(at..at, WRONG[dice.below(WRONG.len())].iter().copied())),
        1 => drop(bytes.drain(at..end)),
        2 => bytes.truncate(at),
        3 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = u8::try_from(dice.below(256)).unwrap_or_default();
            }
        }
        _ => {
            let other = files.get(dice.below(files.len())).map_or(&[][..], Vec::as_slice);
            let from = dice.below(other.len());
            let to = (from + dice.below(60)).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
    }
}

/// Heads of every fixture, in the order of their names.
fn fixtures() -> Vec<Vec<u8>> {
    // As it is told: what another checkout compiled has that one's path in it.
    let compiled = || env!("CARGO_MANIFEST_DIR").into();
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(compiled);
    let folder = Path::new(&own).join("../fixtures");
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        paths
    };
    let files = inside(&folder).into_iter().flat_map(|folder| inside(&folder));
    files.filter_map(|file| head(&file)).collect()
}

fn head(file: &Path) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let file = fs::File::open(file).ok()?;
    io::Read::read_to_end(&mut io::Read::take(file, HEAD), &mut head).ok()?;
    Some(head)
}
