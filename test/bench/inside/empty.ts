// The worker that does nothing: it answers, or sends the one request it is told to send.
import { runtime } from './runtime.ts';

runtime.onMessage.addListener((message, _sender, answer) => {
  const { url } = message as { readonly url?: string };
  if (url === undefined) {
    answer(true);
    return undefined;
  }
  void fetch(url, { headers: { Authorization: 'Bearer empty' } }).then(() => answer(true));
  return true;
});
