import { Route, Switch } from 'wouter';
import { DataRoute } from './DataRoute.tsx';
import { ExploreScreen } from './ExploreScreen.tsx';
import { NotFound } from './NotFound.tsx';

export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <ExploreScreen />
      </Route>
      <Route path="/data">
        <DataRoute />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
