import type { Check } from '../model/findings.ts';
import { ENTRA_CHECKS } from './pack/entra/index.ts';
import { PERSON_CHECKS } from './pack/person/index.ts';
import { NOTE_CHECKS } from './registry.ts';

/** Every check. Those no setting carries come last; apart from the registry, so that the page's script carries none of them. */
export const CHECKS: readonly Check[] = [...NOTE_CHECKS, ...PERSON_CHECKS, ...ENTRA_CHECKS];
