import type { Context, Hono } from 'hono';
import { AppError } from '../domain/app-error.ts';
import { planHash } from '../store/plan.ts';
import { readLinks } from '../store/queries/links.ts';
import { readSummary } from '../store/queries/summary.ts';
import type { Definition } from '../store/statistics/definition.ts';
import { newestNumber, readAt } from '../store/statistics/instant.ts';
import type { Served } from './api-routes.ts';
import { type PageFacts, pageHead, renderPage } from './page-head.ts';
import { representation, respond } from './representation.ts';
import type { WebFiles } from './web-files.ts';

/** Registers the built files and, for every other address, the page they make. */
export function addPageRoutes(app: Hono, served: Served, web: WebFiles): void {
  const facts = pageFacts(served);
  app.get('*', async (context) => {
    const file = web.files.get(context.req.path);
    if (file) return await respond(file, context.req.raw);
    // A missing file is no page: a script that gets HTML fails in a way nobody understands.
    if (/^\/assets\/|\.\w{2,5}$/.test(context.req.path))
      return plain(context, '没有这个文件 Not found', 404);
    if (web.index === null)
      return plain(
        context,
        '网页尚未构建，请运行 npm run build。The pages are not built: npm run build.',
        503,
      );
    const asked = Object.keys(context.req.query());
    const head = pageHead(context.req.path, await facts(), asked);
    const bytes = new TextEncoder().encode(renderPage(web.index, head));
    return await respond(
      representation(bytes, 'text/html; charset=utf-8'),
      context.req.raw,
      head.status,
    );
  });
}

/** The facts of the plan in the database, read again when it changed. */
function pageFacts({ db, plan }: Served): () => Promise<PageFacts> {
  let known: { hash: string; facts: PageFacts; until: number } | null = null;
  return async () => {
    if (known && performance.now() < known.until) return known.facts;
    const hash = `${await planHash(db, plan)} ${await newestNumber(db, plan)}`;
    const facts = known?.hash === hash ? known.facts : await readFacts({ db, plan });
    known = { hash, facts, until: performance.now() + 1_000 };
    return facts;
  };
}

async function readFacts({ db, plan }: Served): Promise<PageFacts> {
  const [summary, links, agencies] = await Promise.all([
    readSummary(db, plan),
    readLinks(db, plan),
    db.selectFrom('agency').select('name').where('plan_id', '=', plan).execute(),
  ]);
  const names = new Set(agencies.map((agency) => agency.name));
  const definition = await definitionOf({ db, plan });
  return {
    plan: summary,
    clause: (id) => links.get(id)?.link ?? null,
    names: (agency) => names.has(agency),
    territory: (id) => definition?.places.territory(id)?.name ?? null,
    indicator: (id) => definition?.indicators.get(id)?.name.zh ?? null,
  };
}

/** What the statistics are about now; null for a plan that has none. */
async function definitionOf({ db, plan }: Served): Promise<Definition | null> {
  try {
    return await readAt(db, plan, undefined, async ({ definition }) => definition);
  } catch (error) {
    if (error instanceof AppError && error.code === 'statistics-missing') return null;
    throw error;
  }
}

function plain(context: Context, text: string, status: 404 | 503): Response {
  return context.text(text, status, { 'cache-control': 'no-store' });
}
