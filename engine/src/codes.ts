/** Codes shared with the callers: the position in a list is the code inside typed arrays. */
export const KINDS = ['supplier', 'product', 'service', 'region'] as const;
export const STATES = ['up', 'at-risk', 'degraded', 'down', 'unknown'] as const;
export const CAUSES = ['failed', 'compromised', 'isolated', 'severed'] as const;
export const RULES = ['all', 'any', 'atLeast', 'share'] as const;

export type Kind = (typeof KINDS)[number];
export type State = (typeof STATES)[number];
export type Cause = (typeof CAUSES)[number];
export type Rule = (typeof RULES)[number];

export const SUPPLIER = 0;
export const SERVICE = 2;
export const REGION = 3;

export const UP = 0;
export const AT_RISK = 1;
export const DEGRADED = 2;
export const DOWN = 3;
export const UNKNOWN = 4;

export const FAILED = 0;
export const SEVERED = 3;
export const NO_CAUSE = 255;

export const ALL = 0;
export const ANY = 1;
export const AT_LEAST = 2;
export const SHARE = 3;

/**
 * Two levels closer than this are the same level. Sums of shares and circles that settle step by
 * step carry rounding; a level of 0.1 + 1e-16 is still "at or under" a `downAt` of 0.1.
 */
export const SAME = 1e-9;
