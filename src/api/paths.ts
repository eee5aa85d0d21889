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

/** Where every endpoint is found. */
export const apiPaths = {
  ...planPaths,
  ...statisticsPaths,
  ...statisticsPagePaths,
  ...boundaryPaths,
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
