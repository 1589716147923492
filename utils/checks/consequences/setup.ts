import type { Consequence } from '../../model/findings.ts';
import { SOURCES } from '../sources.ts';

/** Who sets the integration up, and what people are asked for. */
export const SETUP: readonly Consequence[] = [
  {
    id: 'to-application-permissions',
    setting: 'setup-method',
    act: 'change',
    from: ['oauth'],
    levels: ['account', 'group'],
    kind: 'warn',
    words: {
      title: { key: 'consequence_to_application_title' },
      why: { key: 'consequence_to_application_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_to_application_oauth' },
          what: { key: 'consequence_to_application_oauth_what' },
        },
        {
          fate: 'stay',
          who: { key: 'consequence_to_application_new' },
          what: { key: 'consequence_to_application_new_what' },
        },
        {
          fate: 'lose',
          who: { key: 'consequence_to_application_several' },
          what: { key: 'consequence_to_application_several_what' },
        },
      ],
    },
    sources: [SOURCES.application],
  },
  {
    id: 'to-oauth',
    setting: 'setup-method',
    act: 'change',
    from: ['application-permissions'],
    levels: ['account', 'group'],
    kind: 'warn',
    words: {
      title: { key: 'consequence_to_oauth_title' },
      why: { key: 'consequence_to_oauth_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_to_oauth_everybody' },
          what: { key: 'consequence_to_oauth_everybody_what' },
        },
        {
          fate: 'lose',
          who: { key: 'consequence_to_oauth_new' },
          what: { key: 'consequence_to_oauth_new_what' },
        },
      ],
    },
    sources: [SOURCES.guide, SOURCES.consentPolicy],
  },
  {
    id: 'permissions-change',
    setting: 'permissions',
    act: 'change',
    levels: ['account', 'group'],
    kind: 'advice',
    words: {
      title: { key: 'consequence_permissions_title' },
      why: { key: 'consequence_permissions_why' },
      people: [
        {
          fate: 'unknown',
          who: { key: 'consequence_permissions_alone' },
          what: { key: 'consequence_permissions_alone_what' },
        },
        {
          fate: 'lose',
          who: { key: 'consequence_permissions_locked' },
          what: { key: 'consequence_permissions_locked_what' },
        },
      ],
    },
    sources: [SOURCES.integration],
  },
];
