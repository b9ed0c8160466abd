import { Route, Switch } from 'wouter';
import { DataRoute } from './DataRoute.tsx';
import { ExploreScreen } from './ExploreScreen.tsx';
import { HoursRoute } from './hours/HoursRoute.tsx';
import { IncidentRoute } from './incident/IncidentRoute.tsx';
import { NotFound } from './NotFound.tsx';
import { QualityRoute } from './quality/QualityRoute.tsx';
import { RelianceRoute } from './reliance/RelianceRoute.tsx';
import { ReportRoute } from './report/ReportRoute.tsx';

export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <ExploreScreen />
      </Route>
      <Route path="/reliance">
        <RelianceRoute />
      </Route>
      <Route path="/hours">
        <HoursRoute />
      </Route>
      <Route path="/incident">
        <IncidentRoute />
      </Route>
      <Route path="/report">
        <ReportRoute />
      </Route>
      <Route path="/data">
        <DataRoute />
      </Route>
      <Route path={/^\/data\/(?:quality|not-known|duplicates)\/?$/}>
        <QualityRoute />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
