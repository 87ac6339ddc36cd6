import type { SceneNode } from '../../shared/picture/scene-graph.ts';
import type { Selection } from '../../shared/settings.ts';
import type { SelectionMode } from './graph-view-types.ts';
import type { MapKey } from './keys.ts';
import type { MapState } from './map-state.ts';
import { mostLinked, nodeTowards } from './walk.ts';

/** What keys make the map do. */
export interface KeyboardActions {
  select(selection: Selection | null): void;
  selectMany(papers: readonly string[], mode: SelectionMode): void;
  /** The keyboard stands on a node that is not selected by that. */
  focus(id: string): void;
  /** Opens the menu of what the keyboard stands on; null for the map. */
  menu(node: SceneNode | null): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  fit(): void;
  travelTo(selection: Selection): void;
  /** Whether a node is on the canvas, and not within `margin` pixels of its edge. */
  isWellInSight(node: SceneNode, margin: number): boolean;
  /** Ends a box or lasso that is being drawn; gives whether there was one. */
  cancelDrag(): boolean;
}

/** A node closer to the edge than this many pixels is brought into sight when the keyboard goes to it. */
const SIGHT_MARGIN = 60;

/** The keyboard on the map: where it stands, and whether arrows select or walk while papers are chosen one by one. */
export class MapKeyboard {
  private readonly actions: KeyboardActions;
  private standsOn: string | null = null;
  private walking: 'selects' | 'collects' = 'selects';

  constructor(actions: KeyboardActions) {
    this.actions = actions;
  }

  /** The node that the keyboard stands on; null where it has not been on the map, or what it stood on is out of sight. */
  node(state: MapState): SceneNode | null {
    const own = state.graph.byId.get(this.standsOn ?? '');
    if (own && (state.scene.selection !== null || this.actions.isWellInSight(own, 0))) return own;
    return state.keyboardNode();
  }

  /** Goes along with a selection made elsewhere. */
  follow(selection: Selection | null, before: Selection | null): void {
    if (selection?.kind === 'papers') {
      this.walking = 'collects';
      if (this.standsOn === null) this.standsOn = selection.ids[0] ?? null;
      return;
    }
    const isOneOfFew = selection?.kind === 'paper' && (before?.kind === 'papers' ? before.ids.length === 2 : selection.id === this.standsOn);
    if (this.walking === 'collects' && isOneOfFew) return;
    this.walking = 'selects';
    if (selection) this.standsOn = selection.kind === 'paper' || selection.kind === 'concept' ? selection.id : null;
  }

  /** From now on arrows select again: something was chosen by itself. */
  endCollecting(): void {
    this.walking = 'selects';
  }

  /** Does what a key means; gives whether it was used. */
  press(key: MapKey, state: MapState): boolean {
    const { actions } = this;
    switch (key.kind) {
      case 'zoom':
        actions.zoomBy(key.factor);
        return true;
      case 'fit':
        actions.fit();
        return true;
      case 'pan':
        actions.panBy(key.dx, key.dy);
        return true;
      case 'clear':
        return this.clear(state);
      case 'home':
        return this.goTo(mostLinked(state.graph.nodes), state);
      case 'choose':
        if (state.scene.picking) return this.pick(state);
        this.endCollecting();
        return this.goTo(this.node(state) ?? this.startingNode(state), state);
      case 'collect':
        return state.scene.picking === null && this.collect(state);
      case 'menu':
        actions.menu(this.node(state));
        return true;
      case 'walk': {
        const from = this.node(state);
        this.goTo(from ? nodeTowards(state.graph, from, key.direction) : this.startingNode(state), state);
        return true;
      }
      default:
        return false;
    }
  }

  private clear(state: MapState): boolean {
    if (this.actions.cancelDrag()) return true;
    if (!state.scene.selection || state.scene.picking || state.scene.tool !== 'hand') return false;
    this.actions.select(null);
    return true;
  }

  /** Where the keyboard begins: the most linked node in sight. */
  private startingNode(state: MapState): SceneNode | null {
    return mostLinked(state.graph.nodes.filter((node) => this.actions.isWellInSight(node, 0))) ?? mostLinked(state.graph.nodes);
  }

  /** Names what a question waits for. */
  private pick(state: MapState): boolean {
    const node = this.node(state);
    const picked = node && state.pickOf(node);
    if (picked) this.actions.select(picked);
    return true;
  }

  private goTo(node: SceneNode | null, state: MapState): boolean {
    if (!node) return false;
    const selection = { kind: node.kind, id: node.id };
    this.standsOn = node.id;
    if (this.walking === 'selects' && !state.scene.picking) this.actions.select(selection);
    else this.actions.focus(node.id);
    if (!this.actions.isWellInSight(node, SIGHT_MARGIN)) this.actions.travelTo(selection);
    return true;
  }

  /** Adds the paper that the keyboard stands on to those selected, or takes it away. */
  private collect(state: MapState): boolean {
    const node = this.node(state) ?? this.startingNode(state);
    if (node?.kind !== 'paper') return false;
    const { selection } = state.scene;
    const isChosen = (selection?.kind === 'paper' || selection?.kind === 'papers') && state.selected.has(node);
    const isFirst = this.walking === 'selects';
    this.walking = 'collects';
    this.standsOn = node.id;
    if (isFirst && isChosen) this.actions.focus(node.id);
    else this.actions.selectMany([node.id], isChosen ? 'remove' : 'add');
    return true;
  }
}
