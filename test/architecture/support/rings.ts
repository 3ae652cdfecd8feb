import type { ImportEdge, Violation } from './source-tree.js';

/** Inner to outer; an arrow never points outward (style.md, "Ten sentences" 1). */
export const rings = ['core', 'platform', 'forum', 'apps'] as const;

/** Each capability may import only those above it. A new folder in libs/forum must be given its place here. */
export const capabilityOrder = [
  'identity',
  'provenance',
  'two-key',
  'working-days',
  'channels',
  'reminder-rules',
  'sessions',
  'delegations',
  'date-polls',
  'invitations',
  'calendar',
  'glossary',
  'translation',
  'agenda',
  'papers',
  'records',
  'commitments',
  'actions',
  'live',
  'documents',
  'radio',
  'escalations',
  'multilateral',
  'business',
  'worklist',
  'search',
  'reminders',
  'webhooks',
  'operations',
  'audit',
  'history',
  // No capability: the list of all of them, for the processes that need every entity.
  'assembly',
] as const;

interface Place {
  readonly ring: (typeof rings)[number];
  /** The folder with its own index.ts, or the delivery app. */
  readonly area: string;
}

/** Where a path stands, or null for files outside the rings (tests, scripts, migrations). */
export function placeOf(path: string): Place | null {
  const library = /^libs\/(core|platform|forum)\/([^/]+)\//.exec(path);
  if (library) return { ring: library[1] as Place['ring'], area: library[2] ?? '' };
  const app = /^apps\/([^/]+)\//.exec(path);
  return app ? { ring: 'apps', area: app[1] ?? '' } : null;
}

/** Arrows that point outward, from a library to an app, or from one app to another. */
export function outwardImports(edges: readonly ImportEdge[]): Violation[] {
  return edges.flatMap((edge) => {
    const from = placeOf(edge.from);
    if (!from || edge.target === null) return [];
    const to = placeOf(edge.target);
    if (!to) {
      const inside = /^(test|scripts|migrations)\//.test(edge.target);
      return inside && from.ring !== 'apps' ? [fault(edge, 'a library imports nothing outside libs/')] : [];
    }
    if (rings.indexOf(to.ring) > rings.indexOf(from.ring))
      return [fault(edge, `${from.ring} may not import ${to.ring}`)];
    if (from.ring === 'apps' && to.ring === 'apps' && from.area !== to.area) {
      return [fault(edge, 'one delivery app never imports another')];
    }
    if (from.ring === 'apps' && from.area === 'web' && to.ring !== 'apps' && to.ring !== 'core') {
      return [fault(edge, 'the browser sees libs/core only')];
    }
    return [];
  });
}

/** Imports of another area that do not go through its index.ts. */
export function deepImports(edges: readonly ImportEdge[]): Violation[] {
  return edges.flatMap((edge) => {
    if (edge.target === null) return [];
    const from = placeOf(edge.from);
    const to = placeOf(edge.target);
    if (!to || to.ring === 'apps' || (from?.ring === to.ring && from.area === to.area)) return [];
    const index = `libs/${to.ring}/${to.area}/index.ts`;
    if (edge.target === index || edge.target.endsWith('.json')) return [];
    return [fault(edge, `import ${to.area} through ${index}`)];
  });
}

/** Capabilities that import one standing below them, and folders without a place in the order. */
export function capabilityOrderFaults(
  edges: readonly ImportEdge[],
  order: readonly string[] = capabilityOrder,
): Violation[] {
  return edges.flatMap((edge) => {
    const from = placeOf(edge.from);
    if (from?.ring !== 'forum') return [];
    if (!order.includes(from.area)) return [fault(edge, `${from.area} has no place in the capability order`)];
    const to = edge.target === null ? null : placeOf(edge.target);
    if (to?.ring !== 'forum' || order.indexOf(to.area) <= order.indexOf(from.area)) return [];
    return [fault(edge, `${from.area} stands above ${to.area}: send news upward as an event`)];
  });
}

/** Web: features never import a sibling; shared/ imports neither features/ nor app/; features never import app/. */
export function webFaults(edges: readonly ImportEdge[]): Violation[] {
  const part = (path: string): { layer: string; feature: string } | null => {
    const match = /^apps\/web\/src\/(app|features|shared)\/([^/]+)/.exec(path);
    return match ? { layer: match[1] ?? '', feature: match[2] ?? '' } : null;
  };
  return edges.flatMap((edge) => {
    const from = part(edge.from);
    const to = edge.target === null ? null : part(edge.target);
    if (!from || !to) return [];
    if (from.layer === 'features' && to.layer === 'features' && from.feature !== to.feature) {
      return [fault(edge, `feature ${from.feature} imports its sibling ${to.feature}`)];
    }
    const layers = ['shared', 'features', 'app'];
    if (layers.indexOf(to.layer) > layers.indexOf(from.layer))
      return [fault(edge, `${from.layer} imports ${to.layer}`)];
    return [];
  });
}

/** Closed chains of value imports, each named once as `a → b → a`. Types vanish when compiled and are not counted. */
export function cycles(edges: readonly ImportEdge[]): string[] {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.target !== null && !edge.typeOnly) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.target]);
  }
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return found;
}

function fault(edge: ImportEdge, message: string): Violation {
  return { path: edge.from, line: edge.line, message: `${message} (${edge.specifier})` };
}
