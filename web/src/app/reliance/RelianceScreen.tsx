import { useLocation, useSearch } from 'wouter';
import { useConcentrationChoices, useName } from '../../api/reliance.ts';
import { useRevision } from '../../api/revision.ts';
import { Contracts } from '../../features/contracts/Contracts.tsx';
import { DataMoved } from '../../features/explore/DataMoved.tsx';
import { Gaps } from '../../features/quality/Gaps.tsx';
import { Behind } from '../../features/reliance/Behind.tsx';
import { Matrix } from '../../features/reliance/Matrix.tsx';
import { ScopeMenu } from '../../features/reliance/ScopeMenu.tsx';
import { Shares } from '../../features/reliance/Shares.tsx';
import { CountedBy } from '../../features/reliance/SharesQuestion.tsx';
import { Single } from '../../features/reliance/Single.tsx';
import { Awards } from '../../features/whatif/Awards.tsx';
import { ErrorState } from '../../ui/States.tsx';
import { without } from '../../url/actions.ts';
import { formatView, parseView } from '../../url/codec.ts';
import { relianceAddress } from '../../url/reliance.ts';
import { type RelianceControl, useExploreLinks, useReliance } from '../../url/use-reliance.ts';
import type { View } from '../../url/view.ts';
import { edit } from '../editing.ts';
import { useDrawn } from '../use-result.ts';
import { useShortcuts } from '../use-shortcuts.ts';
import { NothingHere } from './NothingHere.tsx';
import { PartsBar } from './PartsBar.tsx';
import s from './screen.module.css';

/** On whom do we rely too much, and which contract comes next? */
export function RelianceScreen() {
  const control = useReliance();
  const search = useSearch();
  const [, go] = useLocation();
  const explore = parseView(search);
  useShortcuts({
    'ctrl+z': control.undo,
    'ctrl+shift+z': control.redo,
    'ctrl+y': control.redo,
  });
  return (
    <div className={s.screen}>
      <DataMoved
        linked={explore.version}
        now={useRevision()}
        onSeen={() => go(relianceAddress(control.view, formatView(without(explore, 'version'))))}
      />
      <Part control={control} explore={explore} />
    </div>
  );
}

function Part(props: { readonly control: RelianceControl; readonly explore: View }) {
  const { control, explore } = props;
  const { area } = explore;
  const { view, change } = control;
  const choices = useConcentrationChoices();
  const areaName = useName(area);
  const links = useExploreLinks();
  const counts = useDrawn(explore).data?.counts;
  const bar = <PartsBar control={control} />;
  const parts = { hrefOf: links.select, stopHref: links.stop, bar };
  if (view.part === 'matrix') return <Matrix {...parts} />;
  if (view.part === 'behind') return <Behind {...parts} />;
  if (view.part === 'single') return <Single {...parts} />;
  if (choices.error) {
    return (
      <ErrorState
        error={choices.error}
        title="Not calculated. Nothing here means spread."
        onRetry={() => void choices.refetch()}
      />
    );
  }
  const common = { ...parts, view, change, choices: choices.data };
  const mine = area === undefined ? undefined : { id: area, name: areaName ?? area };
  const asked = { ...common, area: mine, answer: undefined };
  const empty = <NothingHere choices={choices.data} view={view} change={change} />;
  const onEdit = (id: string) => edit({ type: 'contract', id });
  if (view.part === 'gaps') {
    return <Gaps {...common} counts={counts} empty={empty} onEdit={onEdit} />;
  }
  if (view.part === 'contracts') {
    return <Contracts {...common} scope={<ScopeMenu {...asked} />} empty={empty} onEdit={onEdit} />;
  }
  if (view.part === 'award') {
    const scope = (
      <>
        <CountedBy {...asked} />
        <ScopeMenu {...asked} />
      </>
    );
    return <Awards {...common} scope={scope} />;
  }
  return <Shares {...common} area={mine} empty={empty} />;
}
