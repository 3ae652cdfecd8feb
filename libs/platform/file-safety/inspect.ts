import { containerType } from './container.js';
import { fileErrors } from './file.errors.js';
import { claimedBy, extensionOf, inspected, type AllowedExtension, type InspectedFile } from './file-kinds.js';
import { withFile, type RandomReader } from './file-reader.js';
import { refuseScriptName } from './markup.js';
import { inspectPdf } from './pdf.js';
import { inspectJpeg, inspectPng } from './pictures.js';
import { inspectText } from './plain-text.js';
import { notAllowed } from './refusals.js';
import { signatureOf } from './signature.js';

/**
 * Says what a file is from its bytes, and refuses what is never taken; its name only has to agree. Reads the file piece by piece: memory
 * and time stay bounded whatever it holds. `declaredName` comes from `cleanFileName`.
 * @throws files.* one code for each reason
 */
export async function inspectFile(path: string, declaredName: string): Promise<InspectedFile> {
  return withFile(path, async (file) => {
    if (file.size === 0) throw fileErrors.empty();
    const claimed = claimedBy(declaredName);
    const found = await typeOf(file, claimed);
    if (claimed === null) {
      refuseScriptName(extensionOf(declaredName));
      throw notAllowed();
    }
    if (claimed !== found) throw fileErrors.wrongExtension({ found });
    return inspected(found);
  });
}

async function typeOf(file: RandomReader, claimed: AllowedExtension | null): Promise<AllowedExtension> {
  const signature = await signatureOf(file);
  switch (signature) {
    case 'pdf':
      await inspectPdf(file);
      return signature;
    case 'png':
      await inspectPng(file);
      return signature;
    case 'jpg':
      await inspectJpeg(file);
      return signature;
    case 'zip':
      return containerType(file);
    case 'text': {
      const text = claimed === 'csv' ? 'csv' : 'txt';
      await inspectText(file, notAllowed, text === 'csv');
      return text;
    }
  }
}
