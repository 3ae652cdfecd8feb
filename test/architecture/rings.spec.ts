import {
  capabilityOrder,
  capabilityOrderFaults,
  cycles,
  deepImports,
  outwardImports,
  webFaults,
} from './support/rings.js';
import { type SourceFile, importsOf, isTest, readTree, report } from './support/source-tree.js';

const files = readTree(['libs', 'apps', 'migrations', 'scripts']);
const edges = importsOf(files.filter((file) => !isTest(file.path)));

const bad = (path: string, text: string, ...others: SourceFile[]) => importsOf([{ path, text }, ...others]);

describe('rings and capabilities', () => {
  it('reads a tree that is not empty', () => {
    expect(edges.length).toBeGreaterThan(50);
  });

  it('has no arrow that points outward', () => {
    expect(report(outwardImports(edges))).toEqual([]);
  });

  it('imports another area through its index.ts only', () => {
    expect(report(deepImports(edges))).toEqual([]);
  });

  it('keeps the order of capabilities', () => {
    expect(report(capabilityOrderFaults(edges))).toEqual([]);
  });

  it('has a place in the order for every capability folder', () => {
    const folders = new Set(
      files.map((file) => /^libs\/forum\/([^/]+)\//.exec(file.path)?.[1]).filter((name) => name !== undefined),
    );
    expect([...folders].filter((name) => !capabilityOrder.some((known) => known === name))).toEqual([]);
  });

  it('has no closed chain of imports', () => {
    expect(cycles(edges)).toEqual([]);
  });

  it('keeps web features apart', () => {
    expect(report(webFaults(edges))).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('see an arrow from core to a capability, in every spelling', () => {
    expect(outwardImports(bad('libs/core/kernel/a.ts', "import { x } from '#forum/agenda';"))).toHaveLength(1);
    expect(outwardImports(bad('libs/core/kernel/a.ts', "export * from '../../forum/agenda/index.js';"))).toHaveLength(
      1,
    );
    expect(outwardImports(bad('libs/platform/mail/a.ts', "const x = await import('#forum/agenda');"))).toHaveLength(1);
    expect(
      outwardImports(bad('libs/forum/agenda/a.ts', "import {\n  x,\n  y,\n} from '../../../apps/api/src/x.js';")),
    ).toHaveLength(1);
  });

  it('see a library that imports a test, an app that imports an app, a browser that imports the platform', () => {
    expect(outwardImports(bad('libs/forum/agenda/a.ts', "import '../../../test/support/x.js';"))).toHaveLength(1);
    expect(outwardImports(bad('apps/api/src/a.ts', "import '../../worker/src/main.js';"))).toHaveLength(1);
    expect(outwardImports(bad('apps/web/src/a.ts', "import { x } from '#platform/config';"))).toHaveLength(1);
  });

  it('see an import past an index.ts', () => {
    const inner = { path: 'libs/forum/identity/domain/a.ts', text: '' };
    expect(deepImports(bad('libs/forum/agenda/a.ts', "import '../identity/domain/a.js';", inner))).toHaveLength(1);
    expect(deepImports(bad('libs/forum/agenda/a.ts', "import '#forum/identity';", inner))).toHaveLength(0);
  });

  it('see a capability that imports one below it, or one that has no place', () => {
    expect(capabilityOrderFaults(bad('libs/forum/identity/a.ts', "import '#forum/agenda';"))).toHaveLength(1);
    expect(capabilityOrderFaults(bad('libs/forum/agenda/a.ts', "import '#forum/identity';"))).toHaveLength(0);
    expect(capabilityOrderFaults(bad('libs/forum/newcomer/a.ts', "import '#forum/identity';"))).toHaveLength(1);
  });

  it('see a cycle, and not one of types', () => {
    const a = { path: 'libs/core/kernel/a.ts', text: "import { b } from './b.js';" };
    const b = { path: 'libs/core/kernel/b.ts', text: "import { a } from './a.js';" };
    expect(cycles(importsOf([a, b]))).toEqual([
      'libs/core/kernel/a.ts → libs/core/kernel/b.ts → libs/core/kernel/a.ts',
    ]);
    expect(cycles(importsOf([a, { ...b, text: "import type { a } from './a.js';" }]))).toEqual([]);
  });

  it('see a feature that imports its sibling and shared code that imports a feature', () => {
    const actions = { path: 'apps/web/src/features/actions/api.ts', text: '' };
    expect(webFaults(bad('apps/web/src/features/home/a.tsx', "import '../actions/api.js';", actions))).toHaveLength(1);
    expect(
      webFaults(bad('apps/web/src/shared/ui/a.tsx', "import '../../features/actions/api.js';", actions)),
    ).toHaveLength(1);
  });
});
