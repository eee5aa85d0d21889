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
// Both come together: what a browser keeps to open them without a network is what was loaded.
const collecting = () =>
  Promise.all([import('./filling/collect-page.tsx'), import('./filling/filling-page.tsx')]);
const Collect = lazy(async () => ({ default: (await collecting())[0].CollectPage }));
const Filling = lazy(async () => ({ default: (await collecting())[1].FillingPage }));
const ReviewList = lazy(async () => ({
  default: (await import('./review/review-list.tsx')).ReviewListPage,
}));
const ReviewSheet = lazy(async () => ({
  default: (await import('./review/review-sheet.tsx')).ReviewSheetPage,
}));
const Rounds = lazy(async () => ({
  default: (await import('./rounds/rounds-page.tsx')).RoundsPage,
}));
const Progress = lazy(async () => ({
  default: (await import('./rounds/progress-page.tsx')).ProgressPage,
}));
const Releases = lazy(async () => ({
  default: (await import('./releases/releases-page.tsx')).ReleasesPage,
}));
const Forms = lazy(async () => {
  ask('forms', {});
  return { default: (await import('./forms/forms-page.tsx')).FormsPage };
});
const Import = lazy(async () => ({
  default: (await import('./import/import-page.tsx')).ImportPage,
}));
const About = lazy(async () => ({ default: (await import('./about/about-page.tsx')).AboutPage }));
const SignIn = lazy(async () => {
  ask('session', {});
  return { default: (await import('./accounts/sign-in-page.tsx')).SignInPage };
});
const Account = lazy(async () => ({
  default: (await import('./accounts/account-page.tsx')).AccountPage,
}));
const Accounts = lazy(async () => ({
  default: (await import('./accounts/accounts-page.tsx')).AccountsPage,
}));
const Audit = lazy(async () => ({
  default: (await import('./accounts/audit-page.tsx')).AuditPage,
}));

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
          <Route path="/collect">
            <Collect />
          </Route>
          <Route path="/collect/:id">
            {(params) => <Filling key={params.id} id={params.id} />}
          </Route>
          <Route path="/sign-in">
            <SignIn />
          </Route>
          <Route path="/account">
            <Account />
          </Route>
          <Route path="/accounts">
            <Accounts />
          </Route>
          <Route path="/audit">
            <Audit />
          </Route>
          <Route path="/review">
            <ReviewList />
          </Route>
          <Route path="/review/:id">
            {(params) => <ReviewSheet key={params.id} id={Number(params.id)} />}
          </Route>
          <Route path="/rounds">
            <Rounds />
          </Route>
          <Route path="/rounds/:id">
            {(params) => <Progress key={params.id} id={Number(params.id)} />}
          </Route>
          <Route path="/releases">
            <Releases />
          </Route>
          <Route path="/forms">
            <Forms />
          </Route>
          <Route path="/import">
            <Import />
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
