/**
 * `npm run lock`, after a change of package.json: npm leaves out of package-lock.json the packages for other platforms that
 * its registry does not serve at that moment, and `npm ci` then refuses the file. This adds their entries; a machine of another
 * platform fetches what it needs, all others pass them over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(path, 'utf8'));
const { packages } = lock;
let added = 0;

for (const [parent, about] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(about.optionalDependencies ?? {})) {
    if (isLocked(parent, name) || !/^\d/.test(version)) continue;
    const { cpu, libc, os } = platformOf(name);
    // In the order npm itself writes.
    packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(about.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
    added += 1;
  }
}
if (added > 0) {
  lock.packages = Object.fromEntries(
    Object.keys(packages)
      .sort()
      .map((key) => [key, packages[key]]),
  );
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
process.stdout.write(`${added} packages for other platforms added to package-lock.json\n`);

/** Looked up as Node does: beside the parent, then in each folder above. */
function isLocked(parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** Such packages say in their name what they are for: `@swc/core-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) =>
    ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'].includes(word),
  );
  const cpu = words.find((word) => /^(arm|arm64|ia32|loong64|ppc64|riscv64|s390x|x64)$/.test(word));
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }[words.at(-1)];
  if (os === undefined || cpu === undefined) throw new Error(`${name}: for which platform is this?`);
  return { cpu: [cpu], libc: os === 'linux' && libc ? [libc] : undefined, os: [os] };
}
