import { readFileSync } from 'node:fs';
import { Stopped } from './failure.mjs';

/** Ctrl-C, a closed terminal, `kill`, or the end of the npm that runs us; a second Ctrl-C is for the impatient. */
export function listenForStop() {
  const controller = new AbortController();
  let impatient = () => undefined;
  const told = new Promise((done) => {
    controller.signal.addEventListener('abort', () => {
      done(undefined);
    });
  });
  const stop = () => {
    if (controller.signal.aborted) impatient();
    else controller.abort(new Stopped());
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  if (process.env.npm_lifecycle_event !== undefined) {
    const before = forebears();
    const timer = setInterval(() => {
      if (forebears() === before) return;
      clearInterval(timer);
      stop();
    }, 250);
    timer.unref();
  }
  return {
    signal: controller.signal,
    told,
    again: (action) => {
      impatient = action;
    },
  };
}

/** npm runs a shell that runs us: the ids of both, which change when either is gone. */
function forebears() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
