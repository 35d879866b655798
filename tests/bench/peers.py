"""The import of invoices beside its peers: `make bench-peers`.

Everyone reads the same file into a table of the same types with a primary key on the id, on disk when
the clock stops. Holdfast checks every row, knows it again next time and can take the import back;
the others only convert. Rounds are interleaved, each in a process of its own; what came out is
compared before any figure is shown. Peers run as their manuals advise: DuckDB gets the types and may
reorder rows, SQLite a large cache and no fsync for what it copies from.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Seconds after which somebody is stopped.
LIMIT = int(os.environ.get("PEERS_LIMIT", "240"))
# Above this many rows one round is enough, and pandas too slow to wait for.
MANY = 5_000_000

DUCKDB = """
import duckdb, sys, time
csv, out = sys.argv[1:]
begun = time.perf_counter()
conn = duckdb.connect(out)
conn.execute("SET preserve_insertion_order = false")
conn.execute("SET enable_progress_bar = false")
conn.execute('''CREATE TABLE invoice (
  id VARCHAR PRIMARY KEY, customer VARCHAR NOT NULL, day DATE NOT NULL, period_start DATE,
  period_end DATE, plan VARCHAR, amount BIGINT NOT NULL, tax BIGINT, currency VARCHAR NOT NULL,
  status VARCHAR NOT NULL)''')
conn.execute('''INSERT INTO invoice
  SELECT id, customer, day, period_start, period_end, plan, CAST(amount * 100 AS BIGINT),
    CAST(tax * 100 AS BIGINT), upper(currency), status
  FROM read_csv(?, header = true, delim = ',', columns = {
    'id': 'VARCHAR', 'customer': 'VARCHAR', 'day': 'DATE', 'period_start': 'DATE',
    'period_end': 'DATE', 'plan': 'VARCHAR', 'amount': 'DECIMAL(18,2)', 'tax': 'DECIMAL(18,2)',
    'currency': 'VARCHAR', 'status': 'VARCHAR'})''', [csv])
conn.close()
seconds = time.perf_counter() - begun
rows, total = duckdb.connect(out).execute("SELECT count(*), sum(amount) FROM invoice").fetchall()[0]
print(rows, total, seconds)
"""

PANDAS = """
import pandas, sqlite3, sys, time
csv, out = sys.argv[1:]
begun = time.perf_counter()
frame = pandas.read_csv(csv)
frame.columns = ["id", "customer", "day", "period_start", "period_end", "plan", "amount", "tax",
                 "currency", "status"]
for name in ["amount", "tax"]:
    frame[name] = (frame[name] * 100).round().astype("int64")
for name in ["day", "period_start", "period_end"]:
    frame[name] = (pandas.to_datetime(frame[name]) - pandas.Timestamp(0)).dt.days
conn = sqlite3.connect(out)
conn.execute('''CREATE TABLE invoice (
  id TEXT PRIMARY KEY, customer TEXT, day INTEGER, period_start INTEGER, period_end INTEGER,
  plan TEXT, amount INTEGER, tax INTEGER, currency TEXT, status TEXT)''')
frame.to_sql("invoice", conn, if_exists="append", index=False)
conn.commit()
seconds = time.perf_counter() - begun
rows, total = conn.execute("SELECT count(*), sum(amount) FROM invoice").fetchone()
print(rows, total, seconds)
"""

SHELL = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA cache_size = -200000;
ATTACH '{out}.raw' AS raw;
PRAGMA raw.journal_mode = OFF;
PRAGMA raw.synchronous = OFF;
.mode csv
.import --schema raw {csv} lines
CREATE TABLE invoice (
  id TEXT PRIMARY KEY, customer TEXT NOT NULL, day INTEGER NOT NULL, period_start INTEGER,
  period_end INTEGER, plan TEXT, amount INTEGER NOT NULL, tax INTEGER, currency TEXT NOT NULL,
  status TEXT NOT NULL);
INSERT INTO invoice
  SELECT "Invoice ID", "Customer ID", unixepoch("Invoice date") / 86400,
    unixepoch("Period start") / 86400, unixepoch("Period end") / 86400, "Plan",
    CAST(round("Amount" * 100) AS INTEGER), CAST(round("Tax" * 100) AS INTEGER), upper("Currency"),
    "Status"
  FROM raw.lines;
"""


def holdfast(bench, csv, out):
    return run([bench, "peer", csv, out])


def duckdb(_, csv, out):
    return run([sys.executable, "-c", DUCKDB, csv, out])


def pandas(_, csv, out):
    return run([sys.executable, "-c", PANDAS, csv, out])


def shell(_, csv, out):
    begun = time.perf_counter()
    done = run(["sqlite3", out], SHELL.format(csv=csv, out=out))
    if done is None:
        return None
    seconds = time.perf_counter() - begun
    query = "SELECT count(*) || ' ' || sum(amount) FROM invoice"
    rows, total = subprocess.check_output(["sqlite3", out, query], text=True).split()
    return int(rows), int(total), seconds, done[-1]


def run(command, text=None):
    """What a process prints, `rows sum seconds`, and the most memory it held; None when stopped."""
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        said, _ = child.communicate(text, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        return None
    if child.returncode != 0:
        sys.exit(f"{command[0]} failed")
    words = said.split()[-3:] if text is None else [0, 0, 0]
    return int(words[0]), int(words[1]), float(words[2]), peak()


def peak():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000


def apart(peer, bench, csv, out):
    """A round in a process of its own, so that the memory it needs is told apart."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        done = peer(bench, csv, out)
        os.write(writing, json.dumps(done).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    _, status = os.waitpid(child, 0)
    if status != 0 or not said:
        sys.exit("a round failed")
    done = json.loads(said)
    return tuple(done) if done else None


def compare(bench, customers):
    with tempfile.TemporaryDirectory() as place:
        csv = str(Path(place, "invoices.csv"))
        subprocess.check_call([bench, "invoices", str(customers), csv])
        rows = 12 * customers
        peers = [holdfast, duckdb, shell] + ([pandas] if rows < MANY else [])
        rounds = 1 if rows >= MANY else 3
        found = {peer: [] for peer in peers}
        for number in range(rounds):
            for peer in peers:
                if peer is pandas and number > 0:
                    continue
                out = str(Path(place, "out"))
                found[peer].append(apart(peer, bench, csv, out))
                for left in Path(place).glob("*out*"):
                    left.unlink()
        same(found, rows)
        show(found, rows, os.path.getsize(csv))


def same(found, rows):
    """Nobody's figures are shown unless all made the same table."""
    made = {done[:2] for rounds in found.values() for done in rounds if done}
    if len(made) != 1 or next(iter(made))[0] != rows:
        sys.exit(f"not the same tables: {made}")


def show(found, rows, size):
    print(f"\n{rows:,} rows, {size / 1e6:,.0f} MB; rows and sum of amounts are the same")
    print(f"{'':<10} {'seconds':>9} {'rows/s':>10} {'memory':>8}  Holdfast is")
    ours = statistics.median(done[2] for done in found[holdfast])
    for peer, rounds in found.items():
        times = [done[2] for done in rounds if done]
        if not times:
            print(f"{peer.__name__:<10} {'> ' + str(LIMIT):>9} {'':>10} {'':>8}  "
                  f"more than {LIMIT / ours:.1f} times as fast")
            continue
        seconds = statistics.median(times)
        memory = max(done[3] for done in rounds if done)
        ratio = "" if peer is holdfast else f"{seconds / ours:.1f} times as fast"
        print(f"{peer.__name__:<10} {seconds:9.2f} {rows / seconds:10,.0f} {memory:5,.0f} MB  {ratio}")


if __name__ == "__main__":
    executable, *sizes = sys.argv[1:]
    for customers in sizes:
        compare(executable, int(customers))
