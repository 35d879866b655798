/** What is being typed: one answer at a time, saved in order while the next one is typed. */
import type { AnswerEntry } from '../../bindings/AnswerEntry';
import type { EnterView } from '../../bindings/EnterView';
import type { Person } from '../../bindings/Person';
import type { RecentAnswer } from '../../bindings/RecentAnswer';
import * as api from '../../lib/api';
import { touch } from '../../lib/resource.svelte';
import { toasts } from '../../lib/toasts.svelte';
import { noted } from './saving';

/** How long after a 1 a 0 makes it ten. */
const TEN_WITHIN = 600;

export type Who = 'queue' | 'name' | 'anonymous';

/** Whose an answer was when it was saved. */
interface Before {
  who: Who;
  chosen: Person | null;
  person: Person | null;
  correcting: RecentAnswer | null;
}

export class Entering {
  who = $state<Who>('anonymous');
  /** Chosen by name. */
  chosen = $state.raw<Person | null>(null);
  score = $state<number | null>(null);
  items = $state<(number | null)[]>([]);
  comment = $state('');
  /** Which question the next digit answers: -1 is the score, then the items. */
  at = $state(-1);
  /** The answer that is corrected. */
  correcting = $state.raw<RecentAnswer | null>(null);
  /** Answers on their way to the disk. */
  waiting = $state(0);
  /** Saved or skipped in this session: not asked again. */
  #passed = $state.raw<ReadonlySet<number>>(new Set());
  #saves: Promise<void> = Promise.resolve();
  #one = 0;
  #times: number[] = $state.raw([]);

  /** Whom the next answer is of. */
  person(view: EnterView): Person | null {
    if (this.who === 'queue') return this.#queue(view)[0] ?? null;
    return this.who === 'name' ? this.chosen : null;
  }

  /** Who comes after. */
  next(view: EnterView): readonly Person[] {
    return this.who === 'queue' ? this.#queue(view).slice(1, 3) : [];
  }

  #queue(view: EnterView): readonly Person[] {
    return view.queue.filter((person) => !this.#passed.has(person.customer));
  }

  /** How many answers a minute were typed in the last ones. */
  get pace(): number | null {
    const [first, last] = [this.#times[0], this.#times.at(-1)];
    if (first === undefined || last === undefined || this.#times.length < 3) return null;
    return Math.round(((this.#times.length - 1) / Math.max(last - first, 1)) * 60_000);
  }

  /** Another survey or wave is shown. */
  start(view: EnterView): void {
    this.clear(view);
    this.#passed = new Set();
    this.who = view.waiting > 0 ? 'queue' : 'anonymous';
    this.chosen = null;
  }

  clear(view: EnterView): void {
    this.score = null;
    this.items = view.items.map(() => null);
    this.comment = '';
    this.at = view.keys.length > 0 ? -1 : 0;
    this.correcting = null;
    this.#one = 0;
  }

  get isEmpty(): boolean {
    return this.score === null && this.items.every((item) => item === null) && this.comment === '';
  }

  /** A digit; 1 and soon after 0 are ten. */
  digit(view: EnterView, digit: number, now: number): void {
    if (digit === 0 && this.score === 1 && now - this.#one < TEN_WITHIN && this.#takesTen(view)) {
      this.score = 10;
      this.#one = 0;
      this.#advance(view);
      return;
    }
    if (this.#one !== 0 && view.items.length > 0) {
      // The 1 stays a 1: this digit answers what comes after it.
      this.#one = 0;
      this.#advance(view);
    }
    if (this.at === -1) this.#scored(view, digit, now);
    else this.#itemed(view, digit);
  }

  #takesTen(view: EnterView): boolean {
    return view.keys.some((key) => key.value === 10) && this.at === -1;
  }

  #scored(view: EnterView, digit: number, now: number): void {
    if (!view.keys.some((key) => key.value === digit)) return;
    this.score = digit;
    this.#one = digit === 1 && this.#takesTen(view) ? now : 0;
    if (this.#one === 0) this.#advance(view);
  }

  #itemed(view: EnterView, digit: number): void {
    const item = view.items[this.at];
    if (!item) return;
    const value = digit === 0 && item.low > 0 ? 10 : digit;
    if (value < item.low || value > item.high) return;
    this.pick(view, this.at, value);
  }

  /** By click, or by the keys of a row. */
  pick(view: EnterView, at: number, value: number): void {
    if (at === -1) {
      this.score = value;
      this.#one = 0;
    } else this.items = this.items.map((item, index) => (index === at ? value : item));
    this.at = at;
    this.#advance(view);
  }

  #advance(view: EnterView): void {
    if (this.at < view.items.length - 1) this.at += 1;
  }

  /** More is known of the customer who was chosen, if he still is. */
  learn(person: Person): void {
    if (this.chosen?.customer === person.customer) this.chosen = person;
  }

  skip(view: EnterView): void {
    const person = this.person(view);
    if (person && this.who === 'queue') this.#passed = new Set([...this.#passed, person.customer]);
    if (this.who === 'name') this.chosen = null;
    this.clear(view);
  }

  /** Loads an answer to correct it. */
  correct(view: EnterView, answer: RecentAnswer): void {
    this.clear(view);
    this.correcting = answer;
    this.score = answer.entry.score;
    this.items = view.items.map((_, at) => answer.entry.items[at] ?? null);
    this.comment = answer.entry.comment;
  }

  /** Saves what is typed and goes on; the form is free for the next one at once. */
  save(view: EnterView, now: number): boolean {
    if (this.isEmpty) return false;
    const person = this.person(view);
    const corrected = this.correcting?.entry;
    const entry: AnswerEntry = {
      id: corrected?.id ?? null,
      survey: view.ask.survey === '' ? 'NPS' : view.ask.survey,
      wave: corrected?.wave ?? view.ask.wave,
      customer: corrected ? corrected.customer : (person?.customer ?? null),
      day: corrected?.day ?? null,
      score: this.score,
      items: [...this.items],
      comment: this.comment,
    };
    const before = { who: this.who, chosen: this.chosen, person, correcting: this.correcting };
    if (!corrected && person && this.who === 'queue')
      this.#passed = new Set([...this.#passed, person.customer]);
    if (!corrected) this.chosen = null;
    this.#times = [...this.#times.slice(-9), now];
    this.clear(view);
    this.waiting += 1;
    this.#saves = this.#saves.then(() => this.#write(view, entry, before));
    return true;
  }

  async #write(view: EnterView, entry: AnswerEntry, before: Before): Promise<void> {
    try {
      const saved = await api.answerSave(entry);
      noted(saved.change);
    } catch (thrown) {
      toasts.show(api.failureOf(thrown).message, { tone: 'bad' });
      this.#giveBack(view, entry, before);
    } finally {
      this.waiting -= 1;
      if (this.waiting === 0) touch('answers');
    }
  }

  /** What could not be saved stands in the form again, unless something else is typed there already. */
  #giveBack(view: EnterView, entry: AnswerEntry, before: Before): void {
    const passed = new Set(this.#passed);
    if (before.person) passed.delete(before.person.customer);
    this.#passed = passed;
    if (!this.isEmpty) return;
    this.clear(view);
    this.who = before.who;
    this.chosen = before.chosen;
    this.correcting = before.correcting;
    this.score = entry.score;
    this.items = [...entry.items];
    this.comment = entry.comment;
  }
}
