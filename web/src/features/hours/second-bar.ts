/** Two plans on one drawing: under A's bar, B's, where they differ. */
import type { ViewNode } from '@msp-impact/contract';
import { rect } from '../../picture/shapes.ts';
import type { Box, Picture, Shape } from '../../picture/types.ts';
import { percent } from '../../ui/words.ts';

const SAME = 0.005;
const CARD = { left: 28, right: 9.5 } as const;
const NATION = { left: 13, right: 13 } as const;

/** `levels`: what is left of each at this hour under plan A and under plan B. */
export function withSecondBars(
  picture: Picture,
  a: ReadonlyMap<string, Pick<ViewNode, 'level'>>,
  b: ReadonlyMap<string, Pick<ViewNode, 'level'>>,
): Picture {
  return {
    ...picture,
    boxes: picture.boxes.map((box) => {
      const [one, other] = [a.get(box.id)?.level, b.get(box.id)?.level];
      if (one === undefined || other === undefined || Math.abs(one - other) < SAME) return box;
      return withBar(box, one, other);
    }),
  };
}

function withBar(box: Box, a: number, b: number): Box {
  const nation = box.type === 'nation';
  const { left, right } = nation ? NATION : CARD;
  // A nation's own bar stands under its name; without one B's takes that place.
  const foot = nation ? (a < 1 ? 38.4 : 28) : box.h - 2.6;
  const width = box.w - left - right;
  const bars: Shape[] = [
    rect([left, foot - 1.5, width, 3], 1.5, { fill: 'track' }),
    ...(b > 0 ? [rect([left, foot - 1.5, width * b, 3], 1.5, { fill: 'accent' })] : []),
  ];
  const label = `${box.label}. Plan A ${percent(a)} left, plan B ${percent(b)} left`;
  return { ...box, label, shapes: [...box.shapes, ...bars] };
}
