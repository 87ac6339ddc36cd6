import type { DraggedNodes } from '../map/graph-view-types.ts';
import { movePapers } from './correct-actions.ts';
import { useDropTarget, type DropTarget } from './drag-store.ts';
import { moveNodes } from './edit-actions.ts';
import { openMap } from './library-store.ts';
import { mapIndex } from './map-index.ts';

/** The attribute of elements that papers can be dropped on: the id of a topic. */
const DROP_TOPIC = 'data-drop-topic';

/** What makes an element a place to drop papers on that go to a topic. */
export function dropOn(topic: string | null): { [DROP_TOPIC]?: string } {
  return topic === null ? {} : { [DROP_TOPIC]: topic };
}

/** Shows where papers that are dragged on the map would go; null ends it. Gives whether that is the ground beneath them. */
export function followDrag(drag: DraggedNodes | null): 'map' | 'else' {
  const target = drag && dropTarget(drag);
  useDropTarget.setState({ target });
  return target?.place === 'map' && target.drop === 'moves' ? 'map' : 'else';
}

/** Nodes were dropped: papers go to the topic beneath them, else they stay where they were put. Beside the map nothing stays. */
export function dropNodes(nodes: { id: string; x: number; y: number }[], drag: DraggedNodes): 'stay' | 'return' {
  const target = dropTarget(drag);
  useDropTarget.setState({ target: null });
  if (target?.drop === 'moves') {
    void movePapers(target.papers, target.topic, target.place === 'map' ? nodes : undefined);
    return target.place === 'map' ? 'stay' : 'return';
  }
  if (!drag.isOverMap) return 'return';
  void moveNodes(nodes);
  return 'stay';
}

function dropTarget({ nodes, topic, at, isOverMap, places }: DraggedNodes): DropTarget | null {
  const place = isOverMap ? 'map' : 'list';
  const wanted = isOverMap ? topic : topicOfRow(at);
  const papers = wanted === null ? [] : papersElsewhere(nodes, wanted);
  return wanted === null || papers.length === 0 ? null : { topic: wanted, place, papers, at, drop: place === 'map' && places === 'only' ? 'places' : 'moves' };
}

/** The topic whose name in a list is at a point of the window. */
function topicOfRow({ x, y }: { x: number; y: number }): string | null {
  return document.elementFromPoint(x, y)?.closest(`[${DROP_TOPIC}]`)?.getAttribute(DROP_TOPIC) ?? null;
}

/** Those of the nodes that are papers, and not in a topic or sub-topic. */
function papersElsewhere(nodes: readonly string[], wanted: string): string[] {
  const map = openMap();
  if (!map) return [];
  const { papers, topics } = mapIndex(map);
  const isPart = topics.get(wanted)?.parent !== undefined;
  return nodes.filter((id) => {
    const paper = papers.get(id);
    return paper !== undefined && (isPart ? paper.subtopic : paper.topic) !== wanted;
  });
}
