/**
 * Where each endpoint of the plan is found, by its name in `planEndpoints`. Apart from the schemas,
 * so that the pages can call an endpoint without carrying the schema library to every reader.
 */
export const planPaths = {
  summary: '/api/plan',
  document: '/api/plan/document',
  clause: '/api/plan/clauses/{id}',
  matrix: '/api/plan/responsibilities',
  matrixCsv: '/api/plan/responsibilities.csv',
  matrixXlsx: '/api/plan/responsibilities.xlsx',
  agencies: '/api/plan/agencies',
  agency: '/api/plan/agencies/{name}',
  ledger: '/api/plan/commitments',
  ledgerCsv: '/api/plan/commitments.csv',
  ledgerXlsx: '/api/plan/commitments.xlsx',
  search: '/api/plan/search',
} as const;

/** Where each endpoint of the statistics is found, by its name in `statisticsEndpoints`. */
export const statisticsPaths = {
  catalog: '/api/statistics',
  series: '/api/statistics/series',
  story: '/api/statistics/story',
} as const;

/** Where the boundary layer is found. */
export const boundaryPaths = { boundary: '/api/boundary' } as const;

/** Where each page of the statistics is asked for, by its name in `statisticsPageEndpoints`. */
export const statisticsPagePaths = {
  find: '/api/statistics/find',
  territory: '/api/statistics/territories/{id}',
  indicator: '/api/statistics/indicators/{id}',
} as const;

/** Where each download of the statistics is found, by its name in `downloadEndpoints`. */
export const downloadPaths = {
  seriesCsv: '/api/statistics/series.csv',
  seriesXlsx: '/api/statistics/series.xlsx',
  seriesJsonStat: '/api/statistics/series.json',
  seriesPackage: '/api/statistics/series.zip',
  baseCsv: '/api/statistics/base.csv',
  basePackage: '/api/statistics/base.zip',
} as const;

/**
 * Where signing in, accounts, rights and the record of acts are, by their names in
 * `sessionEndpoints` and `accountEndpoints`.
 */
export const accountPaths = {
  session: '/api/session',
  signIn: '/api/session/sign-in',
  secondFactor: '/api/session/second-factor',
  signOut: '/api/session/sign-out',
  changePassword: '/api/session/password',
  beginSecondFactor: '/api/session/authenticator',
  confirmSecondFactor: '/api/session/authenticator/confirm',
  removeSecondFactor: '/api/session/authenticator/remove',
  beginSingleSignOn: '/api/session/oidc/start',
  endSingleSignOn: '/api/session/oidc/callback',
  accounts: '/api/accounts',
  createAccount: '/api/accounts/new',
  changeAccount: '/api/accounts/{id}/state',
  resetPassword: '/api/accounts/{id}/password',
  giveRole: '/api/accounts/{id}/roles',
  takeRole: '/api/grants/{id}/end',
  audit: '/api/audit',
  auditCsv: '/api/audit.csv',
  address: '/api/session/address',
  setAddress: '/api/session/address/set',
} as const;

/** Where the forms are. */
export const formPaths = { forms: '/api/forms' } as const;

/** Where collection and review are, by their names in `collectionEndpoints`. */
export const collectionPaths = {
  rounds: '/api/collection/rounds',
  openRound: '/api/collection/rounds/open',
  changeRound: '/api/collection/rounds/{id}/change',
  dropRound: '/api/collection/rounds/{id}/drop',
  progress: '/api/collection/rounds/{id}',
  tasks: '/api/collection/tasks',
  sheet: '/api/collection/submissions/{id}',
  saveCells: '/api/collection/submissions/{id}/cells',
  submit: '/api/collection/submissions/{id}/submit',
  withdraw: '/api/collection/submissions/{id}/withdraw',
  returnCells: '/api/collection/submissions/{id}/return',
  accept: '/api/collection/accept',
  exempt: '/api/collection/submissions/{id}/exempt',
  releases: '/api/collection/releases',
  publish: '/api/collection/publish',
  unschedule: '/api/collection/releases/{id}/withdraw',
  reopen: '/api/collection/submissions/{id}/reopen',
  dismissKept: '/api/collection/kept/{id}/dismiss',
  template: '/api/collection/submissions/{id}/template.xlsx',
  readTemplate: '/api/collection/submissions/{id}/template',
  importFile: '/api/collection/import',
  remind: '/api/collection/remind',
  owed: '/api/collection/owed',
} as const;

/** Where every endpoint is found. */
export const apiPaths = {
  ...planPaths,
  ...statisticsPaths,
  ...statisticsPagePaths,
  ...boundaryPaths,
  ...formPaths,
  ...accountPaths,
  ...collectionPaths,
} as const;
