// Before the tests without a database: they run the product as it is in dist/. Runs before Jest's workers.
import { compileServer } from '../../../scripts/compile-server.mjs';

export default async function compile() {
  await compileServer();
}
