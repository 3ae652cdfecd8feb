import { readFileSync } from 'node:fs';
import { EmbeddedDatabaseError } from './errors.js';

/** Identity that the server runs under: null ids mean our own. */
export interface RunAs {
  readonly uid: number | null;
  readonly gid: number | null;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses root, and initdb wants a name for its user id. Root therefore lends the server an account that
 * exists already (nothing is added to the machine): the owner of the cluster, else `postgres`, `nobody` or the first other.
 * `clusterOwner` is the user id that owns the cluster's folder, null before it exists.
 */
export function chooseRunAs(clusterOwner: number | null, folder: string): RunAs {
  const me = process.getuid?.() ?? 0;
  const accounts = readAccounts();
  if (me !== 0) {
    if (clusterOwner !== null && clusterOwner !== me)
      throw new EmbeddedDatabaseError('folderOfOtherUser', { folder, uid: clusterOwner });
    if (accounts !== null && clusterOwner === null && !accounts.some((account) => account.uid === me)) {
      throw new EmbeddedDatabaseError('noUserName', { uid: me });
    }
    return { uid: null, gid: null };
  }
  if (clusterOwner !== null && clusterOwner !== 0) {
    return { uid: clusterOwner, gid: accounts?.find((account) => account.uid === clusterOwner)?.gid ?? clusterOwner };
  }
  const others = (accounts ?? []).filter((account) => account.uid !== 0);
  const chosen =
    others.find((one) => one.name === 'postgres') ?? others.find((one) => one.name === 'nobody') ?? others[0];
  if (!chosen) throw new EmbeddedDatabaseError('noUnprivilegedUser');
  return { uid: chosen.uid, gid: chosen.gid };
}

/** Accounts of this machine; null where the list is not a file to be read (accounts may then come from elsewhere). */
function readAccounts(): Account[] | null {
  let lines: string[];
  try {
    lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return null;
  }
  return lines.flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return name !== '' && /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
