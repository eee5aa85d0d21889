import type { Ledger, Matrix, PlanDocument } from '../../src/api/plan.ts';
import type { StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Product } from './product.ts';

/** The product, what it answers, and a clause and an agency of the plan to look at. */
export interface Scene {
  readonly product: Product;
  readonly document: PlanDocument;
  readonly matrix: Matrix;
  readonly ledger: Ledger;
  readonly clause: string;
  readonly agency: string;
  /** A token for a few places with statistics. */
  readonly members: string;
  /** One of those places, and an indicator they have figures of. */
  readonly place: string;
  readonly indicator: string;
}

export type Site = () => Promise<Scene>;

/** Returns the scene of a product: its answers, and the first clause and agency of its matrix. */
export async function openScene(product: Product): Promise<Scene> {
  const answer = async (path: string) => (await fetch(product.base + path)).json();
  const [document, matrix, ledger] = (await Promise.all(
    ['/api/plan/document', '/api/plan/responsibilities', '/api/plan/commitments'].map(answer),
  )) as [PlanDocument, Matrix, Ledger];
  const catalog = (await answer('/api/statistics')) as StatisticsCatalog;
  const province = catalog.territories.findLast(({ groups }) => groups.includes(catalog.main));
  const row = matrix.rows[0];
  if (!row?.agencies[0]) throw new Error('The plan names no agency');
  return {
    product,
    document,
    matrix,
    ledger,
    clause: row.clause.id,
    agency: row.agencies[0],
    members: `${catalog.main}@${province?.province}/*`,
    place: province?.id ?? '',
    indicator: catalog.indicators.find(({ amongMembers }) => amongMembers)?.id ?? '',
  };
}
