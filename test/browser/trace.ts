import type { CDPSession, Page } from 'playwright-core';

/** What of ours is on a page, counted by the browser itself. */
export interface Trace {
  /** Elements of ours, in every shadow root too. */
  readonly nodes: number;
  /** Listeners of the content script: `window: popstate`, `#document: click`, `syncline-note: keydown`… */
  readonly listeners: readonly string[];
  /** Mutation observers that observe; without `countObservers` before, those that exist. */
  readonly observers: number;
}

interface Node {
  readonly localName: string;
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
  readonly contentDocument?: Node;
}

function ownNodes(node: Node): number {
  const inside = [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument];
  return inside.reduce(
    (sum, one) => sum + (one ? ownNodes(one) : 0),
    node.localName.startsWith('syncline-') ? 1 : 0,
  );
}

/** The content script's own world, in which alone its listeners can be seen; null while it has none. */
async function worldOf(session: CDPSession, extensionId: string): Promise<number | null> {
  let world: number | null = null;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) world = context.id;
  });
  // Enabling tells of every context there is, before it answers.
  await session.send('Runtime.enable');
  return world;
}

/** Ids of our scripts on the page: a document tells of the listeners of every world. */
async function scriptsOf(session: CDPSession, extensionId: string): Promise<ReadonlySet<string>> {
  const own = new Set<string>();
  session.on('Debugger.scriptParsed', ({ url, scriptId }) => {
    if (url.startsWith(`chrome-extension://${extensionId}/`)) own.add(scriptId);
  });
  await session.send('Debugger.enable');
  return own;
}

async function inWorld(session: CDPSession, contextId: number, scripts: ReadonlySet<string>) {
  const objectOf = async (expression: string) =>
    (await session.send('Runtime.evaluate', { expression, contextId })).result.objectId ?? '';
  const listenersOf = async (expression: string) => {
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: await objectOf(expression),
      depth: -1,
      pierce: true,
    });
    const told = await Promise.all(
      listeners.map(async ({ type, backendNodeId, scriptId }) => {
        if (!scripts.has(scriptId)) return [];
        if (backendNodeId === undefined) return [`${expression}: ${type}`];
        const { node } = await session.send('DOM.describeNode', { backendNodeId });
        return [`${node.localName || node.nodeName}: ${type}`];
      }),
    );
    return told.flat();
  };
  const listeners = [...(await listenersOf('window')), ...(await listenersOf('document'))];
  const counted = await session.send('Runtime.evaluate', {
    expression: 'globalThis.observing?.size ?? -1',
    contextId,
  });
  if (counted.result.value !== -1) return { listeners, observers: counted.result.value as number };
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: await objectOf('MutationObserver.prototype'),
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return { listeners, observers: result.value as number };
}

const COUNTING = `(() => {
  const observing = (globalThis.observing = new Set());
  const { observe, disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (...how) { observing.add(this); observe.apply(this, how); };
  MutationObserver.prototype.disconnect = function () { observing.delete(this); disconnect.call(this); };
})()`;

/** From now on tells observers that observe from those that only were not collected yet. To be asked before there are any. */
export async function countObservers(page: Page, extensionId: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const contextId = await worldOf(session, extensionId);
  if (contextId === null) throw new Error('the content script is not on this page');
  await session.send('Runtime.evaluate', { expression: COUNTING, contextId });
  await session.detach();
}

/** Counts what the extension has on the page now. */
export async function traceOn(page: Page, extensionId: string): Promise<Trace> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const world = await worldOf(session, extensionId);
    const scripts = await scriptsOf(session, extensionId);
    const found = world === null ? { listeners: [], observers: 0 } : await inWorld(session, world, scripts);
    return { nodes: ownNodes(root), ...found };
  } finally {
    await session.detach();
  }
}

export const NO_TRACE: Trace = { nodes: 0, listeners: [], observers: 0 };
