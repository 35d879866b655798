/** What the whole window knows: the program's state, the choices at the top, how wide a page is. */
import type { AppState } from '../bindings/AppState';
import type { Bar } from '../bindings/Bar';
import type { Failure } from '../bindings/Failure';
import type { Preferences } from '../bindings/Preferences';
import type { Query } from '../bindings/Query';
import * as api from '../lib/api';
import { queryOf } from '../lib/query';
import { touch } from '../lib/resource.svelte';
import { router } from '../lib/router.svelte';
import { shortcuts } from '../lib/shortcuts.svelte';
import { wear } from '../lib/theme';
import { toasts } from '../lib/toasts.svelte';
import { trail } from '../lib/trail';
import { words } from '../lib/words.svelte';

/** Charts are drawn in steps of this width, so that a moving edge does not draw each pixel anew. */
const WIDTH_STEP = 8;
const WIDEST = 1440;
const NARROWEST = 560;

class Session {
  app = $state.raw<AppState>();
  failure = $state.raw<Failure>();
  /** Something that takes a moment: a workspace is opened. */
  busy = $state(false);
  /** The choices at the top as the last view gave them. */
  bar = $state.raw<Bar>();
  /** Room for a page's content. */
  width = $state(1024);

  get query(): Query {
    return queryOf(router.params, this.width);
  }

  /** Takes what the program says about itself; texts and figures in another voice are asked for again. */
  accept(app: AppState): void {
    const before = this.app;
    this.app = app;
    const { language, theme, singleKeys } = app.preferences;
    words.language = language;
    document.documentElement.lang = language;
    shortcuts.singleKeys = singleKeys;
    wear(theme);
    if (!before) return;
    const voice = (preferences: Preferences) => `${preferences.language} ${preferences.region}`;
    const book = (of: AppState) => `${of.workspace?.file ?? ''} ${of.workspace?.revision ?? 0}`;
    if (voice(before.preferences) !== voice(app.preferences) || book(before) !== book(app))
      touch('book');
  }

  async start(): Promise<void> {
    try {
      const app = await api.state();
      this.accept(app);
      if (app.workspace && app.place !== null && window.location.hash.length < 2)
        window.location.replace(`#${app.place}`);
      this.failure = undefined;
    } catch (thrown) {
      this.failure = api.failureOf(thrown);
    }
  }

  /** After something was written: the frame and every figure anew. */
  async refresh(): Promise<void> {
    this.accept(await api.state());
    touch('book', 'settings', 'imports');
  }

  measure(room: number): void {
    const width = Math.floor(room / WIDTH_STEP) * WIDTH_STEP;
    this.width = Math.max(NARROWEST, Math.min(width, WIDEST));
  }

  /** Opens a workspace in one way or another and shows its first page. */
  async enter(open: () => Promise<AppState | null>, path = '/overview'): Promise<void> {
    await this.attempt(async () => {
      const app = await open();
      if (app === null) return;
      this.bar = undefined;
      toasts.clear();
      trail.leave();
      window.location.hash = `#${path}`;
      this.accept(app);
      touch('book', 'settings', 'imports');
    });
  }

  /** As `choose`, to be taken back like any other change. */
  async savePreferences(change: Partial<Preferences>): Promise<void> {
    const all = this.app?.preferences;
    if (!all) return;
    const changed = (Object.keys(change) as (keyof Preferences)[]).filter(
      (key) => all[key] !== change[key],
    );
    if (changed.length === 0) return;
    await this.choose(change);
    const before = Object.fromEntries(changed.map((key) => [key, all[key]]));
    if (this.app?.preferences !== all) trail.did({ kind: 'choice', before, after: change });
  }

  /** Keeps what the user chose for the program. */
  async choose(change: Partial<Preferences>): Promise<void> {
    const app = this.app;
    if (!app) return;
    await this.attempt(async () => {
      this.accept(await api.savePreferences({ ...app.preferences, ...change }));
    });
  }

  /** Does something that can fail, and says so where it does. */
  async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (thrown) {
      const failure = api.failureOf(thrown);
      if (failure.code !== 'cancelled') toasts.show(failure.message, { tone: 'bad' });
    } finally {
      this.busy = false;
    }
  }
}

export const session = new Session();
