import type { RefObject } from 'react';
import type { CanvasPort } from '../canvas/port.ts';
import { ExportMenu } from '../features/export/ExportMenu.tsx';
import type { Picture } from '../picture/types.ts';
import type { ViewControl } from '../url/use-view.ts';
import { linkTo } from './link-to.ts';
import { shownCsv } from './shown-csv.ts';
import type { Result } from './use-result.ts';

/** Takes away what is on screen; the table has, at its foot, the CSV in its own order as well. */
export function Exports(props: {
  readonly control: ViewControl;
  readonly result: Result;
  readonly nameOf: (id: string) => string;
  readonly canvas: RefObject<CanvasPort | null>;
  readonly picture: RefObject<Picture | null>;
}) {
  const { control, result, canvas, picture } = props;
  const graph = result.drawn.data;
  if (!graph) return null;
  const drawn = {
    png: async () => {
      if (!canvas.current) throw new Error('Nothing is drawn yet.');
      return canvas.current.png(2);
    },
    svg: async () => {
      if (!picture.current) throw new Error('Nothing is drawn yet.');
      const { svgFile } = await import('../canvas/svg-file.ts');
      return svgFile(picture.current, result.asked ? result.impact.data?.sentence : undefined);
    },
  };
  return (
    <ExportMenu
      title={graph.graph}
      picture={control.view.as === 'graph' ? drawn : undefined}
      rows={
        result.asked
          ? () =>
              shownCsv(control.view, { nodes: graph.nodes, within: result.within }, props.nameOf)
          : undefined
      }
      link={() => linkTo(control.view, graph.revision)}
    />
  );
}
