/**
 * Hooks of Node's loader. A source imports `./x.js` as TypeScript has it: where there is an `x.ts`, that is meant. Of the server it is
 * the module of the product in dist/; a test, what is below test/ and what only the web has is compiled when it is needed and keeps its
 * own address.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileFile, isOfServer, targetOf } from '../../../scripts/compile-server.mjs';

const root = new URL('../../../', import.meta.url).href;
const isSource = (url) => url?.startsWith(root) && url.endsWith('.ts');

export function resolve(specifier, context, next) {
  const named = /^\.{1,2}\/.*\.js$/.test(specifier) || isSource(specifier);
  if (!isSource(context.parentURL) || !named) return next(specifier, context);
  const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href;
  if (!isSource(source) || !existsSync(fileURLToPath(source))) return next(specifier, context);
  const path = fileURLToPath(source);
  const url = isOfServer(path) ? pathToFileURL(targetOf(path)).href : source;
  return { url, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!isSource(url)) return next(url, context);
  const source = readFileSync(await compileFile(fileURLToPath(url)));
  return { format: 'module', source, shortCircuit: true };
}
