/**
 * Hooks of Node's loader. A test imports `./x.js` as TypeScript has it: where there is an `x.ts`, that is meant; below test/ it is
 * compiled when it is needed and keeps its own address; everywhere else it is the module of the product in dist/.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileFile, targetOf } from '../../../scripts/compile-server.mjs';

const root = new URL('../../../', import.meta.url).href;
const tests = `${root}test/`;

export function resolve(specifier, context, next) {
  if (!context.parentURL?.startsWith(tests) || !/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
  const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href;
  if (!source.startsWith(root) || !existsSync(fileURLToPath(source))) return next(specifier, context);
  const url = source.startsWith(tests) ? source : pathToFileURL(targetOf(fileURLToPath(source))).href;
  return { url, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!url.startsWith(tests) || !url.endsWith('.ts')) return next(url, context);
  const source = readFileSync(await compileFile(fileURLToPath(url)));
  return { format: 'module', source, shortCircuit: true };
}
