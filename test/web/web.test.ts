import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { requires } from '../requires.ts';
import { collectionStory } from './collection-story.ts';
import { deskWalks } from './desk-walks.ts';
import { everyPage } from './every-page.ts';
import { explorerWalks } from './explorer-walks.ts';
import { findBrowser, startProduct } from './product.ts';
import { readerWalks } from './reader-walks.ts';
import { ribbonWalks } from './ribbon-walks.ts';
import { openScene, type Scene, type Site } from './site.ts';
import { tableWalks } from './table-walks.ts';
import { territoryWalks } from './territory-walks.ts';
import { workPagesHold } from './work-pages.ts';

// One product and one browser serve every walk: starting them is most of what a walk would cost.
describe('the pages', { timeout: 90_000 }, () => {
  const browser = findBrowser();
  let scene: Scene | null = null;
  const site: Site = async () => {
    if (!scene) throw new Error('The product did not start');
    return scene;
  };

  beforeAll(async () => {
    if (browser) scene = await openScene(await startProduct(browser));
  }, 90_000);
  afterAll(async () => scene?.product.stop(), 30_000);
  beforeEach((context) =>
    requires(context, browser !== null, 'a Chromium browser; set CHROMIUM to its path'),
  );

  everyPage(site);
  readerWalks(site);
  tableWalks(site);
  explorerWalks(site);
  ribbonWalks(site);
  territoryWalks(site);
  collectionStory(site);
  deskWalks(site);
  workPagesHold(site);
});
