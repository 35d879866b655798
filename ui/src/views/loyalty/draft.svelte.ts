/** Rules that are being thought about: kept on this computer until they are applied or discarded. */
import type { Programme } from '../../bindings/Programme';

interface Kept {
  programme: Programme;
  from: string;
}

const PLACE = 'loyalty-draft';

class Draft {
  /** The rules as they would be; null where nothing was changed. */
  programme = $state.raw<Programme | null>(null);
  /** First day they would count. */
  from = $state('');
  #workspace = '';

  /** Takes up the draft of this workspace, where one was left. */
  open(workspace: string): void {
    if (workspace === this.#workspace) return;
    this.#workspace = workspace;
    const kept = read(`${PLACE} ${workspace}`);
    this.programme = kept?.programme ?? null;
    this.from = kept?.from ?? '';
  }

  set(programme: Programme, from: string): void {
    this.programme = programme;
    this.from = from;
    const kept: Kept = { programme, from };
    localStorage.setItem(`${PLACE} ${this.#workspace}`, JSON.stringify(kept));
  }

  discard(): void {
    this.programme = null;
    this.from = '';
    localStorage.removeItem(`${PLACE} ${this.#workspace}`);
  }
}

/** What was kept; nothing where an older program kept something else. */
function read(place: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('programme' in kept) || !('from' in kept)) return false;
  const { programme } = kept;
  if (typeof programme !== 'object' || programme === null) return false;
  const parts = ['aim', 'members', 'earn', 'tiers', 'qualification', 'downgrade', 'expiry', 'cost'];
  return parts.every((part) => part in programme);
}

export const draft = new Draft();
