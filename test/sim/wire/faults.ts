/** One entry of a fault plan: after `skip` matching requests, the next `times` get `fault` instead of an answer. */
export interface FaultRule<Place extends string, Fault> {
  /** Which kind of request; `any` matches all. */
  readonly on: Place | 'any';
  /** Matching requests let through first; 0 when absent. */
  readonly skip?: number;
  /** How many then fail; 1 when absent, `Infinity` for ever. */
  readonly times?: number;
  readonly fault: Fault;
}

export interface FaultPlan<Place extends string, Fault> {
  add(rule: FaultRule<Place, Fault>): void;
  clear(): void;
  /** The fault this request meets, if any; counts the request. */
  next(place: Place): Fault | undefined;
  /** Faults given so far. */
  readonly given: number;
}

/** A fault plan over rules; rules may be added while the world runs. The first rule that is due wins. */
export function createFaultPlan<Place extends string, Fault>(
  rules: readonly FaultRule<Place, Fault>[] = [],
): FaultPlan<Place, Fault> {
  const open = (rule: FaultRule<Place, Fault>) => ({ rule, skip: rule.skip ?? 0, left: rule.times ?? 1 });
  let plan = rules.map(open);
  let given = 0;
  return {
    add(rule) {
      plan.push(open(rule));
    },
    clear() {
      plan = [];
    },
    next(place) {
      for (const entry of plan) {
        if (entry.left <= 0 || (entry.rule.on !== 'any' && entry.rule.on !== place)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        given += 1;
        return entry.rule.fault;
      }
      return undefined;
    },
    get given() {
      return given;
    },
  };
}
