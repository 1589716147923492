import type { Source } from './findings.ts';

/** The day the articles were read for the rules that name them. */
const READ = '2026-11-23';

/** An article of Zoom's knowledge base as a dated source, e.g. `KB0058782`. */
export const zoomArticle = (number: string): Source => ({
  name: `Zoom ${number}`,
  url: `https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=${number}`,
  read: READ,
});
