import type { GraphView } from '@msp-impact/contract';
import {
  type KeyboardEvent,
  type RefObject,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { lazyPart } from '../../api/lazy-part.ts';
import type { CanvasPort } from '../../canvas/port.ts';
import { layoutView } from '../../picture/layout.ts';
import { nextInDirection } from '../../picture/navigate.ts';
import { drawnId, drawPicture } from '../../picture/picture.ts';
import type { Theme } from '../../picture/tokens.ts';
import type { Picture } from '../../picture/types.ts';
import s from './explore.module.css';
import { ParallelList } from './ParallelList.tsx';

/** The drawing is the largest part of the page: it loads when it is first shown. */
const GraphCanvas = lazyPart(
  async () => (await import('../../canvas/GraphCanvas.tsx')).GraphCanvas,
);

interface GraphPaneProps {
  readonly view: GraphView;
  readonly theme: Theme;
  readonly selection: string | undefined;
  readonly path: readonly string[] | undefined;
  readonly openNation: string | undefined;
  readonly area: string | undefined;
  readonly canvas: RefObject<CanvasPort | null>;
  /** Brought into sight when it changes: what is selected, or else what is stopped. */
  readonly focus: string | undefined;
  readonly onSelect: (id: string | null, how?: { readonly replace: boolean }) => void;
  readonly onOpen: (id: string) => void;
  readonly onLink: (id: string) => void;
  readonly onContext: (id: string, x: number, y: number) => void;
  /** What is drawn now, for exports. */
  readonly onPicture: (picture: Picture) => void;
}

const ARROWS = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
} as const;
const USUAL: Size = { width: 1100, height: 560 };

/** The drawing, its keys, and the same as a list for those who do not see it. */
export function GraphPane(props: GraphPaneProps) {
  const { view, theme, selection, openNation, area, path } = props;
  const [size, setSize] = useState<Size>();
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const previous = useRef<Picture | null>(null);
  const layout = useMemo(
    () => layoutView(view, { ...(size ?? USUAL), openNation, area, previous: previous.current }),
    [view, size, openNation, area],
  );
  const picture = useMemo(() => {
    const made = drawPicture(layout, { theme, selection, path, hovered });
    previous.current = made;
    return made;
  }, [layout, theme, selection, path, hovered]);
  const { onPicture } = props;
  useEffect(() => onPicture(picture), [picture, onPicture]);
  const sought = useRef<string | undefined>(undefined);
  const seek = () => {
    // Before the panel's size is known the picture is not where it will stand.
    if (!size || props.focus === sought.current) return;
    sought.current = props.focus;
    if (props.focus) props.canvas.current?.panTo(drawnId(layout, props.focus));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key as keyof typeof ARROWS];
    if (arrow) {
      event.preventDefault();
      const next = nextInDirection(picture, selection ?? null, arrow);
      if (next) props.onSelect(next, { replace: selection !== undefined });
    } else if (event.key === 'Enter' && selection) {
      event.preventDefault();
      props.onOpen(selection);
    }
  };
  return (
    <div className={s.graph} data-focused={focused || undefined}>
      <ParallelList
        picture={picture}
        selection={selection}
        onSelect={(id) => props.onSelect(id)}
        onKeyDown={onKeyDown}
        onFocused={setFocused}
      />
      <Suspense fallback={<p className={s.waiting}>Drawing …</p>}>
        <GraphCanvas
          picture={picture}
          ref={props.canvas}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onHover={setHovered}
          onContext={props.onContext}
          onLink={props.onLink}
          onPainted={seek}
          onResize={(width, height) => setSize((old) => sizeOf(old, width, height))}
        />
      </Suspense>
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same object while the panel has the same size: nothing is laid out again then. */
function sizeOf(old: Size | undefined, w: number, h: number): Size {
  const [width, height] = [Math.round(w), Math.round(h)];
  return old?.width === width && old.height === height ? old : { width, height };
}
