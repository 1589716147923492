import type { EventRow } from '../../../utils/model/calendar.ts';

interface Runtime {
  readonly onMessage: {
    addListener(
      listener: (message: unknown, sender: unknown, answer: (value: unknown) => void) => unknown,
    ): void;
  };
}

/** The extension API a bench's worker needs. */
export const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;

export const FIRST_PAGE = 'https://graph.microsoft.com/v1.0/me/calendarView/delta';
/** So that the connection stands before the clock starts, as the product's does after its sign-in. */
export const WARM = 'https://graph.microsoft.com/v1.0/me';

/** The members of Graph's event that are stored. */
export interface GraphEvent {
  readonly id: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly subject: string;
  readonly location: { readonly displayName: string };
  readonly isOrganizer: boolean;
  readonly changeKey: string;
}

export interface GraphPage {
  readonly value: readonly GraphEvent[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

/** The product's row by the shortest way: no digest (a slice is as long), no check, no doubt. */
export function toRow(event: GraphEvent): EventRow {
  const place = event.location.displayName;
  const [, number] = place.split('/j/');
  return {
    generation: 1,
    key: event.id.slice(50, 72),
    type: 'single',
    start: Date.parse(`${event.start.dateTime}Z`),
    end: Date.parse(`${event.end.dateTime}Z`),
    ...(event.isOrganizer ? { mine: true } : {}),
    subject: event.subject,
    ...(number === undefined ? { place } : { zoom: number, zoomHost: 'us02web.zoom.us' }),
    changeKey: event.changeKey,
  };
}
