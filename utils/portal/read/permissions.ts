import type { Permission, Reading } from '../../model/settings.ts';
import type { Control } from '../dom/controls.ts';
import type { Names } from '../dom/names.ts';
import { isOwn } from '../dom/tree.ts';
import { RIGHTS } from '../labels/words.ts';
import { isOn } from './state.ts';

type Topic = 'calendar' | 'contacts';

function topicIn(text: string): Topic | undefined {
  const calendar = RIGHTS.calendar.test(text);
  const contacts = RIGHTS.contacts.test(text);
  if (calendar === contacts) return undefined;
  return calendar ? 'calendar' : 'contacts';
}

/** `read`, `write` or neither, of a box's name. */
export function rightIn(text: string): 'read' | 'write' | undefined {
  const read = RIGHTS.read.test(text);
  const write = RIGHTS.write.test(text);
  if (read === write) return undefined;
  return read ? 'read' : 'write';
}

/**
 * The boxes of a container as permissions. Four boxes say only "Read" or "Write"; their subject is in their own name, or
 * in the last text, group name or legend before them in reading order.
 * @returns `unknown` as soon as one box could not be read or two boxes mean the same
 */
export function permissionsIn(
  container: Element,
  boxes: readonly Control[],
  names: Names,
): Reading<'permissions'> {
  const byHost = new Map<Element, Control>(boxes.map((box) => [box.host, box]));
  const ticked: Permission[] = [];
  const seen = new Set<Permission>();
  let topic: Topic | undefined;
  let failed = false;
  const visit = (node: Node) => {
    if (node.nodeType === 3) {
      topic = topicIn((node as Text).data) ?? topic;
      return;
    }
    if (node.nodeType !== 1 || isOwn(node)) return;
    const element = node as Element;
    const box = byHost.get(element);
    if (!box) {
      topic = topicIn(element.getAttribute('aria-label') ?? '') ?? topic;
      for (const child of element.childNodes) visit(child);
      return;
    }
    const name = names.of(box.element);
    const right = rightIn(name) ?? rightIn(element.parentElement?.textContent ?? '');
    const subject = topicIn(name) ?? topic;
    const on = isOn(box);
    if (!right || !subject || on === 'unknown' || seen.has(`${subject}-${right}`)) {
      failed = true;
      return;
    }
    seen.add(`${subject}-${right}`);
    if (on) ticked.push(`${subject}-${right}`);
  };
  visit(container);
  return failed || seen.size === 0 ? 'unknown' : ticked;
}
