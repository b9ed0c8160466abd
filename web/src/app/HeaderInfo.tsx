import { useLocation } from 'wouter';
import { useSamples } from '../api/questions.ts';
import { DataMenu } from '../features/data/DataMenu.tsx';
import { AreaMenu } from '../features/explore/AreaMenu.tsx';
import controls from '../ui/controls.module.css';
import { copyText, LINK_COPIED } from '../ui/copy.ts';
import { without } from '../url/actions.ts';
import { useView } from '../url/use-view.ts';
import { EMPTY_VIEW } from '../url/view.ts';
import frame from './frame.module.css';
import { linkHere } from './link-to.ts';
import { useNames } from './use-names.ts';
import { useDrawn } from './use-result.ts';

const PLAN_LINK = 'A saved plan opens as it is saved then.';

/** Which data, on which version; my area; a link to what is on screen. */
export function HeaderInfo() {
  const { view, change } = useView();
  const [path, go] = useLocation();
  const graph = useDrawn(view).data;
  const samples = useSamples();
  const nameOf = useNames({
    view: graph,
    impact: undefined,
    explanation: undefined,
    rank: undefined,
    paths: undefined,
  });
  const sample = samples.data?.samples.find((one) => one.id === graph?.sample);
  return (
    <>
      <DataMenu
        className={frame.data}
        onOpenData={() => go(`/data${window.location.search}`)}
        onSampleLoaded={() => change(EMPTY_VIEW)}
      >
        <strong title={graph?.graph}>
          {sample ? `Sample: ${sample.title}` : (graph?.graph ?? 'Data')}
        </strong>
        <span>
          {graph && `version ${graph.revision} `}
          <span aria-hidden="true">▾</span>
          <span className="only-heard">: samples and files</span>
        </span>
      </DataMenu>
      {path === '/' && (
        <AreaMenu
          name={view.area && nameOf(view.area)}
          onPick={(area) => change((old) => ({ ...old, area }))}
          onNone={() => change((old) => without(old, 'area'))}
        />
      )}
      <button
        type="button"
        className={`${controls.button} ${controls.tall}`}
        onClick={() =>
          void copyText(
            linkHere(graph?.revision),
            path === '/hours' ? `${LINK_COPIED} ${PLAN_LINK}` : LINK_COPIED,
          )
        }
      >
        Copy link
      </button>
    </>
  );
}
