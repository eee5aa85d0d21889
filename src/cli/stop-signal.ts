/** A request to stop, from outside the program. */
export interface StopSignal {
  readonly signal: AbortSignal;
  /** Gives the signals of the system back to what they do by themselves. */
  readonly release: () => void;
}

/** Returns what is aborted by Ctrl-C, a service manager or a closed terminal; again and again changes nothing. */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const handler = () => controller.abort();
  for (const name of signals) process.on(name, handler);
  const release = () => {
    for (const name of signals) process.off(name, handler);
  };
  return { signal: controller.signal, release };
}
