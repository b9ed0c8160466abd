/** Bodies that hold an item of the wrong shape: refused with all that is wrong with it, in one answer. */
import type { Fault, ItemType } from '@msp-impact/contract';
import type { FastifyRequest } from 'fastify';
import { Overlay } from '../edit/overlay.ts';
import { malformed } from '../errors.ts';
import { restOf } from '../rules/rest.ts';
import { checkShape } from '../rules/shape.ts';
import { soundItem } from '../rules/sound.ts';
import type { Item } from '../store/port.ts';
import type { Context } from './context.ts';

/**
 * For routes with `attachValidation`, whose handlers run whatever was found. Throws 422 with what the
 * shape and the rules say of the item in the body; other faults of a request as they were found.
 */
export async function refuseUnsoundBody(
  context: Context,
  request: FastifyRequest,
  type: ItemType,
): Promise<void> {
  const { validationError } = request;
  if (!validationError) return;
  if (validationError.validationContext !== 'body') throw validationError;
  await refuseUnsound(context, type, request.body);
  throw validationError;
}

/** Throws 422 where the shape of the item is wrong. */
export async function refuseUnsound(
  { holder }: Context,
  type: ItemType,
  item: unknown,
): Promise<void> {
  const shape = checkShape(type, item, '$');
  if (shape.length === 0) return;
  throw malformed([...shape, ...(await rulesOn(holder, type, item, shape))]);
}

async function rulesOn(
  holder: Context['holder'],
  type: ItemType,
  item: unknown,
  shape: readonly Fault[],
): Promise<Fault[]> {
  const left = soundItem(type, item) as Partial<Item>;
  const edits =
    left.id === undefined ? [] : [{ type, id: left.id, after: left as Item, path: '$' }];
  return restOf(new Overlay(await holder.fresh(), edits), type, item, shape, '$');
}
