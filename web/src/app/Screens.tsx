import { Route, Switch } from 'wouter';
import { ExploreScreen } from './ExploreScreen.tsx';
import { NotFound } from './NotFound.tsx';

export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <ExploreScreen />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
