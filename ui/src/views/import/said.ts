/** What has been said about a file: one request, changed a choice at a time. */
import type { Dress } from '../../bindings/Dress';
import type { ImportKind } from '../../bindings/ImportKind';
import type { MappingRequest } from '../../bindings/MappingRequest';
import type { PreviewColumn } from '../../bindings/PreviewColumn';

/** Meanings of a column that are no field. */
export const LEAVE_OUT = '-';
export const KEEP = 'label';

export const nothing: MappingRequest = {
  kind: null,
  map: [],
  set: [],
  map_only: false,
  leave_out: [],
  date_order: null,
  source: null,
  dress: { encoding: null, delimiter: null, headless: false },
  fresh: false,
};

/** The rows are something else: what was said about its columns no longer holds. */
export function kind(before: MappingRequest, is: ImportKind): MappingRequest {
  return { ...before, kind: is, map: [], set: [], leave_out: [] };
}

/**
 * A column means a field, is kept as a label, or is left out. A field has one column, so a column
 * that had it before lets go of it.
 */
export function column(
  before: MappingRequest,
  { header, label }: PreviewColumn,
  meaning: string,
): MappingRequest {
  const field = meaning === KEEP ? `attribute.${label ?? header}` : meaning;
  const map = before.map.filter(([of, from]) => from !== header && of !== field);
  const leave_out = before.leave_out.filter((name) => name !== header);
  return meaning === LEAVE_OUT
    ? { ...before, map, leave_out: [...leave_out, header] }
    : { ...before, map: [...map, [field, header]], leave_out };
}

/** A field has one value in every row; null takes that back. */
export function constant(
  before: MappingRequest,
  field: string,
  value: string | null,
): MappingRequest {
  const set = before.set.filter(([of]) => of !== field);
  return { ...before, set: value === null ? set : [...set, [field, value]] };
}

/** The file is written in another way: its columns may be others then. */
export function dress(before: MappingRequest, change: Partial<Dress>): MappingRequest {
  return { ...before, map: [], leave_out: [], dress: { ...before.dress, ...change } };
}

/** What is chosen for a column now. */
export function meaningOf({ field, attribute }: PreviewColumn): string {
  return field ?? (attribute ? KEEP : LEAVE_OUT);
}
