import { fileErrors } from './file.errors.js';
import { claimedBy, extensionOf, inspected, type AllowedExtension, type InspectedFile } from './file-kinds.js';
import { withFile, type RandomReader } from './file-reader.js';
import { refuseScriptName } from './markup.js';
import { notAllowed, signatureOf } from './signature.js';

/**
 * Says what a file is from its bytes, and refuses what is never taken; its name only has to agree. Reads the file piece by piece: memory
 * and time stay bounded whatever it holds. `declaredName` comes from `cleanFileName`.
 * @throws files.* one code for each reason
 */
export async function inspectFile(path: string, declaredName: string): Promise<InspectedFile> {
  return withFile(path, async (file) => {
    if (file.size === 0) throw fileErrors.empty();
    const found = await typeOf(file, declaredName);
    const claimed = claimedBy(declaredName);
    if (claimed === null) {
      refuseScriptName(extensionOf(declaredName));
      throw notAllowed();
    }
    if (claimed !== found) throw fileErrors.wrongExtension({ found });
    return inspected(found);
  });
}

async function typeOf(file: RandomReader, name: string): Promise<AllowedExtension> {
  const signature = await signatureOf(file);
  switch (signature) {
    case 'pdf':
    case 'png':
    case 'jpg':
      return signature;
    case 'zip':
      throw notAllowed();
    case 'text':
      return claimedBy(name) === 'csv' ? 'csv' : 'txt';
  }
}
