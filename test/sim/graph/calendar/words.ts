/** Vocabulary of the generated calendar: an office that could be anywhere. */
export const MEETINGS: readonly string[] = [
  'Supplier call',
  'Roadmap review',
  'Hiring panel',
  'Design critique',
  'Customer interview',
  'Release check',
  'Contract review',
  'Incident follow-up',
  'Onboarding',
  'Pricing round',
  'Data clean-up',
  'Site visit',
  'Translation review',
  'Partner update',
  'Accessibility review',
  'Travel planning',
  'Quarter close',
  'Warehouse walk-through',
  'Press briefing',
  'Demo rehearsal',
  'Security questions',
  'Budget questions',
];

export const SERIES: readonly string[] = [
  '1:1 Noor',
  '1:1 Tomasz',
  '1:1 Aylin',
  'Platform weekly',
  'Sales pipeline',
  'Support triage',
  'Finance weekly',
  'Marketing weekly',
  'Architecture hour',
  'Retrospective',
  'Planning',
  'Office hours',
  'Reading circle',
  'Leadership round',
  'Vendor weekly',
  'Quality circle',
  'Regional call',
  'Content board',
  'Hardware sync',
  'Book-keeping',
  'Risk review',
  'Language class',
];

export const TOPICS: readonly string[] = [
  'north',
  'south',
  'spring',
  'pilot',
  'phase two',
  'new site',
  'year end',
  'draft',
];

export const PEOPLE: readonly { readonly name: string; readonly address: string }[] = [
  { name: 'Noor Haddad', address: 'noor.haddad@alderfinch.example' },
  { name: 'Tomasz Wilk', address: 'tomasz.wilk@alderfinch.example' },
  { name: 'Aylin Demir', address: 'aylin.demir@alderfinch.example' },
  { name: 'Joris van Dam', address: 'joris@brackenridge.example' },
];

export const ROOMS: readonly string[] = ['Room Kestrel', 'Room Plover', 'Room Wren', 'Studio 2', 'Canteen'];
