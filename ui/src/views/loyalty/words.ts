/** The choices of a programme in words, in the order they are offered. */
import type { Aim } from '../../bindings/Aim';
import type { Choice } from '../../bindings/Choice';
import type { Programme } from '../../bindings/Programme';
import type { TierColour } from '../../bindings/TierColour';
import type { SegmentKind } from '../../bindings/SegmentKind';
import type { Wanted } from '../../bindings/Wanted';
import { decimalsOf } from '../../lib/typed';
import { say } from '../../lib/words.svelte';

export function aims(): (Choice & { key: Aim })[] {
  return [
    { key: 'visits', label: say('ui-loyalty-aim-visits') },
    { key: 'spend', label: say('ui-loyalty-aim-spend') },
    { key: 'stay', label: say('ui-loyalty-aim-stay') },
    { key: 'referrals', label: say('ui-loyalty-aim-referrals') },
  ];
}

export function memberships(): Choice[] {
  return [
    { key: 'everybody', label: say('ui-loyalty-everybody') },
    { key: 'segment', label: say('ui-loyalty-segment') },
    { key: 'joined', label: say('ui-loyalty-joined') },
  ];
}

export function visits(): Choice[] {
  return [
    { key: 'purchases', label: say('ui-loyalty-visits-purchases') },
    { key: 'use', label: say('ui-loyalty-visits-use') },
    { key: 'both', label: say('ui-loyalty-visits-both') },
  ];
}

export function spends(): Choice[] {
  return [
    { key: 'purchases', label: say('ui-loyalty-spend-purchases') },
    { key: 'subscription', label: say('ui-loyalty-spend-subscription') },
    { key: 'both', label: say('ui-loyalty-spend-both') },
  ];
}

export function measures(): Choice[] {
  return [
    { key: 'points', label: say('ui-loyalty-by-points') },
    { key: 'spend', label: say('ui-loyalty-by-spend') },
    { key: 'visits', label: say('ui-loyalty-by-visits') },
    { key: 'months', label: say('ui-loyalty-by-months') },
  ];
}

export function times(): Choice[] {
  return [
    { key: 'rolling', label: say('ui-loyalty-rolling') },
    { key: 'calendar_year', label: say('ui-loyalty-calendar-year') },
    { key: 'lifetime', label: say('ui-loyalty-lifetime') },
  ];
}

export function expiries(): Choice[] {
  return [
    { key: 'never', label: say('ui-loyalty-never') },
    { key: 'each', label: say('ui-loyalty-each') },
    { key: 'idle', label: say('ui-loyalty-idle') },
  ];
}

export function colours(): (Choice & { key: TierColour })[] {
  return [
    { key: 'bronze', label: say('ui-loyalty-bronze') },
    { key: 'silver', label: say('ui-loyalty-silver') },
    { key: 'gold', label: say('ui-loyalty-gold') },
    { key: 'platinum', label: say('ui-loyalty-platinum') },
    { key: 'green', label: say('ui-loyalty-green') },
    { key: 'violet', label: say('ui-loyalty-violet') },
  ];
}

type Want = Choice & { key: Wanted };

/** What an attribute of a kind can have to be like; the usual one first. */
export function wants(kind: SegmentKind): [Want, ...Want[]] {
  switch (kind) {
    case 'choice':
      return [
        { key: 'one_of', label: say('ui-loyalty-is') },
        { key: 'none_of', label: say('ui-loyalty-is-not') },
      ];
    case 'money':
    case 'number':
      return [
        { key: 'at_least', label: say('ui-loyalty-at-least') },
        { key: 'at_most', label: say('ui-loyalty-at-most') },
      ];
    case 'period':
      return [
        { key: 'at_least', label: say('ui-loyalty-since') },
        { key: 'at_most', label: say('ui-loyalty-until') },
        { key: 'one_of', label: say('ui-loyalty-in') },
      ];
    case 'text':
      return [{ key: 'contains', label: say('ui-loyalty-holds') }];
  }
}

/** Decimals of a tier's threshold: amounts have the currency's, everything else none. */
export function thresholdDigits(programme: Programme, currency: string): number {
  return programme.qualification.measure === 'spend' ? decimalsOf(currency) : 0;
}
