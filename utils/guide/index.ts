/** The door of the guides: what a page shows goes in, which steps are done comes out. Pure. */
export { advance, begin, type GuideEvent } from './advance.ts';
export { contradiction } from './contradiction.ts';
export { resultOf } from './result.ts';
export { guideView } from './view.ts';
