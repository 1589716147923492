import type { MeetingReason } from '../utils/model/meetings.ts';
import { Text } from './words.tsx';

/** One reason as a line of a list, with the article it rests on. */
export function Reason({ of: { words, source } }: { readonly of: MeetingReason }) {
  return (
    <li>
      <Text of={words} />
      {source && (
        <>
          {' '}
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.name}
          </a>
        </>
      )}
    </li>
  );
}
