import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { parseRich } from '../utils/core/rich.ts';
import type { Message, Say } from '../utils/model/words.ts';

export interface Reading {
  readonly say: Say;
  /** ms since the epoch; every age on the page is counted from the same moment */
  readonly now: number;
}

const Context = createContext<Reading | null>(null);

/** Gives everything below it a language and a moment. */
export const Words = Context.Provider;

/** The language and the moment of this page. */
export function useReading(): Reading {
  const reading = useContext(Context);
  if (!reading) throw new Error('a component was drawn outside <Words>');
  return reading;
}

const TAG = { code: 'code', strong: 'b', sup: 'sup' } as const;

/** A sentence of the catalogue, with its inline code, strong and raised words. */
export function Text({ of }: { readonly of: Message }) {
  const { say } = useReading();
  return (
    <>
      {parseRich(say(of)).map(({ text, style }) => {
        if (style === 'plain') return text;
        const Tag = TAG[style];
        return <Tag>{text}</Tag>;
      })}
    </>
  );
}
