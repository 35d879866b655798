/** The four counts of an import, as they are named everywhere. */
export type CountKey = 'new' | 'changed' | 'unchanged' | 'skipped';
