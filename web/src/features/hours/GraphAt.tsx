import type { GraphView, SimulationAnswer } from '@msp-impact/contract';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import type { CanvasPort } from '../../canvas/port.ts';
import { layoutView } from '../../picture/layout.ts';
import { nextInDirection } from '../../picture/navigate.ts';
import { drawPicture } from '../../picture/picture.ts';
import type { Theme } from '../../picture/tokens.ts';
import type { Picture } from '../../picture/types.ts';
import { useHourNow } from './clock.ts';
import { byIdOf, type OutNow, viewAtHour, viewAtWorst } from './hour-view.ts';
import s from './hours.module.css';
import { reskin } from './reskin.ts';
import { withSecondBars } from './second-bar.ts';
import { eventBefore } from './series.ts';

const GraphCanvas = lazyPart(
  async () => (await import('../../canvas/GraphCanvas.tsx')).GraphCanvas,
);

export interface GraphAtProps {
  readonly base: GraphView;
  readonly a: SimulationAnswer;
  readonly b: SimulationAnswer | undefined;
  readonly at: number;
  /** What plan A says of an hour, and of its whole time. */
  readonly outAt: (hour: number) => OutNow;
  readonly outEver: OutNow;
  readonly theme: Theme;
  readonly selection: string | undefined;
  readonly nation: string | undefined;
  readonly area: string | undefined;
  readonly canvas: RefObject<CanvasPort | null>;
  readonly onSelect: (id: string | null, how?: { readonly replace: boolean }) => void;
  readonly onOpen: (id: string) => void;
  /** The same for those who do not see it. */
  readonly list: (props: {
    readonly picture: Picture;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocused: (focused: boolean) => void;
  }) => ReactNode;
}

const ARROWS = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
} as const;

/** The drawing at the hour that is looked at: laid out once, dressed anew at each change. */
export function GraphAt(props: GraphAtProps) {
  const [focused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<string | null>(null);
  const [size, setSize] = useState({ width: 1060, height: 430 });
  const picture = usePicture(props, size, hovered);
  const { selection } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key as keyof typeof ARROWS];
    if (!arrow) return;
    event.preventDefault();
    const next = nextInDirection(picture, selection ?? null, arrow);
    if (next) props.onSelect(next, { replace: selection !== undefined });
  };
  return (
    <div className={s.graph} data-focused={focused || undefined}>
      {props.list({ picture, onKeyDown, onFocused: setFocused })}
      <Suspense fallback={<p className={s.waiting}>Drawing …</p>}>
        <GraphCanvas
          picture={picture}
          ref={props.canvas}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onHover={setHovered}
          onContext={(id) => props.onSelect(id)}
          onResize={(width, height) =>
            setSize((old) =>
              old.width === width && old.height === height ? old : { width, height },
            )
          }
        />
      </Suspense>
    </div>
  );
}

function usePicture(
  props: GraphAtProps,
  size: { readonly width: number; readonly height: number },
  hovered: string | null,
): Picture {
  const { base, a, b, theme, selection, nation, area, outAt, outEver } = props;
  const previous = useRef<Picture | null>(null);
  const [of, ofB] = useMemo(() => [byIdOf(a), b && byIdOf(b)], [a, b]);
  const layout = useMemo(
    () =>
      layoutView(viewAtWorst(base, of, outEver), {
        ...size,
        openNation: nation,
        area,
        previous: previous.current,
      }),
    [base, of, outEver, size, nation, area],
  );
  const events = useMemo(
    () => [...new Set([...a.events, ...(b?.events ?? [])])].sort((x, y) => x - y),
    [a, b],
  );
  // Between two changes every hour looks the same: the picture is made once for them all.
  const moment = eventBefore(events, useHourNow(props.at));
  return useMemo(() => {
    const now = viewAtHour(base, of, outAt(moment), moment);
    const drawn = drawPicture(reskin(layout, now), { theme, selection, hovered });
    previous.current = drawn;
    if (!ofB) return drawn;
    const other = viewAtHour(base, ofB, outAt(moment), moment);
    return withSecondBars(drawn, levels(now), levels(other));
  }, [base, of, ofB, layout, moment, outAt, theme, selection, hovered]);
}

const levels = (view: GraphView) => new Map(view.nodes.map((node) => [node.id, node]));
