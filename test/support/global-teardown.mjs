export default async function tearDown() {
  // Where a single file ran in this process, its browser is still there.
  await globalThis.closeTestBrowser?.();
  await globalThis.forumTestServer?.stop();
}
