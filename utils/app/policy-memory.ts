import type { PolicyReading } from '../model/policy.ts';
import type { PolicyPort } from '../model/ports.ts';

/**
 * The port, read once until the browser tells of a change: every page of notes asks for it. A failure is not remembered. Nothing
 * is noticed before somebody listens by `onChanged`.
 */
export function rememberPolicy(port: PolicyPort): PolicyPort {
  let known: Promise<PolicyReading> | null = null;
  return {
    read() {
      if (known) return known;
      const reading = port.read();
      known = reading;
      reading.catch(() => {
        if (known === reading) known = null;
      });
      return reading;
    },
    onChanged(listener) {
      port.onChanged(() => {
        known = null;
        listener();
      });
    },
  };
}
