/** Where JSON breaks off, as line and column: what Node says of it depends on its version. */
import type { Fault } from '@msp-impact/contract';
import { fault } from '../rules/fault.ts';

/** @param error what JSON.parse threw for `text` */
export function jsonFault(text: string, error: SyntaxError): Fault {
  if (text.trim() === '') return fault('line 1, column 1', '', 'the file is empty');
  const said = /position (\d+)/.exec(error.message);
  const position = said ? Math.min(Number(said[1]), text.length) : findBreak(text);
  const { line, column } = place(text, position);
  const path = `line ${line}, column ${column}`;
  if (position >= text.trimEnd().length) {
    const reason = 'the JSON ends here before it is complete; the file seems to be cut off';
    return fault(path, text.slice(-40).trim(), reason);
  }
  const near = text.slice(position, position + 40);
  return fault(path, near, 'this is no valid JSON; check for a missing comma, quote or bracket');
}

/** Lines and columns count from 1. */
export function place(text: string, position: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: position - start + 1 };
}

/** Kinds of token: the marks themselves, `s` a string, `v` a number, true, false or null. */
const VALUE = '[{sv';
const KEY = 's';
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Node gives no position for some errors: walk over the tokens to the first that may not stand. */
function findBreak(text: string): number {
  const open: string[] = [];
  let allowed = VALUE;
  let position = 0;
  while (true) {
    const start = skipSpace(text, position);
    const token = tokenAt(text, start);
    if (!token || !allowed.includes(token.kind)) return start;
    position = token.end;
    allowed = allowedAfter(token.kind, allowed, open);
  }
}

function allowedAfter(kind: string, allowed: string, open: string[]): string {
  if (kind === '[' || kind === '{') {
    open.push(kind);
    return kind === '[' ? `${VALUE}]` : `${KEY}}`;
  }
  if (kind === ':') return VALUE;
  if (kind === ',') return open.at(-1) === '{' ? KEY : VALUE;
  if (kind === 's' && !allowed.includes('v')) return ':'; // it was a key
  if (kind === ']' || kind === '}') open.pop();
  const inside = open.at(-1);
  return inside === undefined ? '' : inside === '{' ? ',}' : ',]';
}

function tokenAt(text: string, start: number): { kind: string; end: number } | undefined {
  const mark = text[start];
  if (mark === undefined) return undefined;
  if ('[]{},:'.includes(mark)) return { kind: mark, end: start + 1 };
  if (mark === '"') {
    const end = stringEnd(text, start + 1);
    return end === undefined ? undefined : { kind: 's', end };
  }
  WORD.lastIndex = start;
  const found = WORD.exec(text);
  return found ? { kind: 'v', end: start + found[0].length } : undefined;
}

function stringEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20) return undefined;
    if (code === 0x22) return at + 1;
    if (code !== 0x5c) continue;
    at++;
    if (!'"\\/bfnrtu'.includes(text[at] ?? ' ')) return undefined;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t'.includes(text[at] as string)) at++;
  return at;
}
