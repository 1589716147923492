import { isRecord } from './is-record.ts';

/** Whether a value of unknown origin has the shape. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const num: Shape = (value) => Number.isFinite(value);
export const flag: Shape = (value) => typeof value === 'boolean';
export const nothing: Shape = (value) => value === null;
export const anyOf =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
export const word =
  (...words: readonly string[]): Shape =>
  (value) =>
    words.includes(value as string);
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
/** A member that may be absent. */
export const maybe = (shape: Shape): Shape => anyOf((value) => value === undefined, shape);
/** At least these members; others are a newer version's business. */
export const members =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isRecord(value) && Object.entries(shapes).every(([name, shape]) => shape(value[name]));
/** Any names, one shape behind each. */
export const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isRecord(value) && Object.values(value).every(shape);
