/** Two plans on one drawing: under A's bar, B's, where they differ. */
import type { ViewNode } from '@msp-impact/contract';
import { rect } from '../../picture/shapes.ts';
import type { Box, Picture, Shape } from '../../picture/types.ts';
import { percent } from '../../ui/words.ts';

const SAME = 0.005;
const LEFT = 28;
const PAD = 9.5;

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
  const foot = box.type === 'nation' ? 36.5 : box.h - 2.6;
  const width = box.w - LEFT - PAD;
  const bars: Shape[] = [
    rect([LEFT, foot - 1.5, width, 3], 1.5, { fill: 'track' }),
    ...(b > 0 ? [rect([LEFT, foot - 1.5, width * b, 3], 1.5, { fill: 'accent' })] : []),
  ];
  const label = `${box.label}. Plan A ${percent(a)} left, plan B ${percent(b)} left`;
  return { ...box, label, shapes: [...box.shapes, ...bars] };
}
