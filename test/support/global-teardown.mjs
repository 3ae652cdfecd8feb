export default async function tearDown() {
  await globalThis.forumTestServer?.stop();
}
