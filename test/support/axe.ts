import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** axe itself, as the package for Playwright brings it. */
const source = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** axe's own words for what must not be. */
const grave = new Set(['serious', 'critical']);

interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

interface Axe {
  run(context: Document, options: object): Promise<{ violations: Violation[] }>;
}

/**
 * What axe finds serious or critical on a page as it stands: the rule and up to three places each; empty when it is sound.
 * Run inside the page, told to describe only what is wrong: the package's own way opens a window for every look and describes
 * every element that is right, which takes ten times as long. Our pages have no frames that would need it.
 * @param options.colours false where the same page has been looked at in another language: pairs of colours are the same in each
 */
export async function findingsOf(page: Page, { colours = true } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (withColours) => {
    if (document.querySelector('iframe, frame') !== null) throw new Error('a page with frames needs another way');
    const { axe } = globalThis as typeof globalThis & { axe: Axe };
    // What lies outside of landmarks is never more than moderate, and takes as long to find as five other rules.
    const rules = { region: { enabled: false }, ...(withColours ? {} : { 'color-contrast': { enabled: false } }) };
    const found = await axe.run(document, { resultTypes: ['violations'], rules });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact: impact ?? '',
      html: nodes.slice(0, 3).map((node) => node.html),
    }));
  }, colours);
  return violations.filter(({ impact }) => grave.has(impact)).map(({ id, html }) => `${id}: ${html.join(' | ')}`);
}
