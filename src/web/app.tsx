import { lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ask } from './answers.ts';
import { Frame } from './frame/frame.tsx';
import { Loading } from './states/loading.tsx';
import { UnknownPage } from './states/not-found.tsx';

// Each page is a chunk of its own; what it will ask the server is asked while the chunk travels.
const PlanReader = lazy(async () => {
  ask('document', {});
  return { default: (await import('./reader/plan-reader.tsx')).PlanReader };
});
const ResponsibilityMatrix = lazy(async () => {
  ask('matrix', {});
  return { default: (await import('./responsibilities/matrix-page.tsx')).MatrixPage };
});
const AgencyList = lazy(async () => {
  ask('agencies', {});
  return { default: (await import('./agencies/agency-list.tsx')).AgencyListPage };
});
const Agency = lazy(async () => ({
  default: (await import('./agencies/agency-page.tsx')).AgencyPage,
}));
const Ledger = lazy(async () => {
  ask('ledger', {});
  return { default: (await import('./commitments/ledger-page.tsx')).LedgerPage };
});
const Explorer = lazy(async () => {
  ask('catalog', {});
  return { default: (await import('./statistics/explorer-page.tsx')).ExplorerPage };
});
const Ribbon = lazy(async () => {
  ask('catalog', {});
  return { default: (await import('./ribbon/ribbon-page.tsx')).RibbonPage };
});
const Territory = lazy(async () => ({
  default: (await import('./territories/territory-page.tsx')).TerritoryPage,
}));
const IndicatorList = lazy(async () => {
  ask('catalog', {});
  return { default: (await import('./indicators/indicator-list.tsx')).IndicatorListPage };
});
const Indicator = lazy(async () => ({
  default: (await import('./indicators/indicator-page.tsx')).IndicatorPage,
}));
const Search = lazy(async () => ({
  default: (await import('./search/search-page.tsx')).SearchPage,
}));
const About = lazy(async () => ({ default: (await import('./about/about-page.tsx')).AboutPage }));

/** The product: its pages by address, inside the frame they share. */
export function App(): ReactNode {
  return (
    <Frame>
      <Suspense fallback={<Loading rows={12} />}>
        <Switch>
          <Route path="/">
            <Redirect to="/plan" replace />
          </Route>
          <Route path="/plan/:clauseId?">
            {(params) => <PlanReader clauseId={params.clauseId ?? null} />}
          </Route>
          <Route path="/responsibilities">
            <ResponsibilityMatrix />
          </Route>
          <Route path="/agencies">
            <AgencyList />
          </Route>
          <Route path="/agencies/:name">
            {(params) => <Agency key={params.name} name={params.name} />}
          </Route>
          <Route path="/commitments">
            <Ledger />
          </Route>
          <Route path="/statistics">
            <Explorer />
          </Route>
          <Route path="/ribbon">
            <Ribbon />
          </Route>
          <Route path="/territories/:id">
            {(params) => <Territory key={params.id} id={params.id} />}
          </Route>
          <Route path="/indicators">
            <IndicatorList />
          </Route>
          <Route path="/indicators/:id">
            {(params) => <Indicator key={params.id} id={params.id} />}
          </Route>
          <Route path="/search">
            <Search />
          </Route>
          <Route path="/about">
            <About />
          </Route>
          <Route>
            <UnknownPage />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}
