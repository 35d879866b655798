/** Problems as people work through them: by how grave they are, then by cause. */
import type { ImportCause } from '../../bindings/ImportCause';
import type { ImportProblem } from '../../bindings/ImportProblem';
import type { ImportSeverity } from '../../bindings/ImportSeverity';

export interface Group {
  severity: ImportSeverity;
  /** Key of its words. */
  title: string;
  /** Rows of all its causes. */
  count: number;
  causes: ImportCause[];
}

const TITLES: readonly (readonly [ImportSeverity, string])[] = [
  ['error', 'ui-problems-error'],
  ['warning', 'ui-problems-warning'],
  ['guess', 'ui-problems-guess'],
];

/** The groups that have a cause, the gravest first. */
export function grouped(causes: readonly ImportCause[]): Group[] {
  const group = ([severity, title]: readonly [ImportSeverity, string]): Group => {
    const own = causes.filter((cause) => cause.severity === severity);
    const count = own.reduce((sum, cause) => sum + cause.count, 0);
    return { severity, title, count, causes: own };
  };
  return TITLES.map(group).filter((one) => one.causes.length > 0);
}

/** The lines kept of a cause. */
export function linesOf(cause: ImportCause, problems: readonly ImportProblem[]): ImportProblem[] {
  return problems.filter((one) => one.code === cause.code && one.column === cause.column);
}
