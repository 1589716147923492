import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/** The master toggle. Its page says nothing of people already connected, so neither do we. */
export const INTEGRATION: readonly Consequence[] = [
  {
    id: 'integration-off',
    setting: 'third-party-integration',
    act: 'turn-off',
    levels: ['account', 'group', 'user'],
    kind: 'warn',
    words: {
      title: { key: 'consequence_integration_off_title' },
      why: { key: 'consequence_integration_off_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_integration_off_connected' },
          what: { key: 'consequence_integration_off_connected_what' },
        },
        {
          fate: 'lose',
          who: { key: 'consequence_integration_off_new' },
          what: { key: 'consequence_integration_off_new_what' },
        },
      ],
    },
    sources: [SOURCES.integration],
  },
  {
    id: 'integration-on',
    setting: 'third-party-integration',
    act: 'turn-on',
    levels: ['account', 'group', 'user'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_integration_on_title' },
      why: { key: 'consequence_integration_on_why' },
    },
    sources: [SOURCES.integration, SOURCES.guide],
  },
  {
    id: 'default-service-change',
    setting: 'default-service',
    act: 'change',
    // From none there is no service that people leave.
    from: ['google', 'exchange', 'office365'],
    levels: ['account', 'group'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_default_service_title' },
      why: { key: 'consequence_default_service_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_default_service_connected' },
          what: { key: 'consequence_default_service_connected_what' },
        },
        {
          fate: 'lose',
          who: { key: 'consequence_default_service_locked' },
          what: { key: 'consequence_default_service_locked_what' },
        },
      ],
    },
    sources: [SOURCES.integration],
  },
];
