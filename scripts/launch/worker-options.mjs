/**
 * How Node is to keep the worker small (design.md 6: 150 MB while it carries): young objects die in little room, and what is old is
 * looked through before it has grown large. docker/worker.Dockerfile says the same.
 */
export const workerOptions = ['--max-semi-space-size=2', '--max-old-space-size=128'];
