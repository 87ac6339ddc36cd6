import { describe, expect, test } from 'vitest';
import { fitBeside, type Cover } from '../../../renderer/map/fit-beside.ts';
import { PLAIN_SCENE } from '../../../renderer/map/graph-view-types.ts';
import { MapState } from '../../../renderer/map/map-state.ts';
import { fitCamera, type Camera } from '../../../shared/picture/camera.ts';
import { screenRadius } from '../../../shared/screen-radius.ts';
import { plantedMap } from '../../support/planted-map.ts';

const SIZE = [502, 586] as const;
const LEGEND: Cover = { left: 12, top: 346, right: 188, bottom: 574 };
const BUTTONS: Cover = { left: 456, top: 476, right: 490, bottom: 574 };

describe.each([56, 500, 2000])('a fitted map of %i papers', (papers) => {
  const state = new MapState({ ...PLAIN_SCENE, map: plantedMap(papers) }, null);
  const box = state.grounds.box!;
  const plain = fitCamera(box, ...SIZE);
  const beneath = ({ zoom, panX, panY }: Camera, { left, top, right, bottom }: Cover) => state.graph.nodes.filter((node) => {
    const [x, y, radius] = [node.x * zoom + panX, node.y * zoom + panY, screenRadius(node.radius, zoom)];
    return x + radius > left && x - radius < right && y + radius > top && y - radius < bottom;
  });

  test('keeps clear of the open legend and the buttons, is whole and not much smaller', () => {
    const camera = fitBeside(box, ...SIZE, [LEGEND, BUTTONS], state.graph.nodes);
    expect(beneath(plain, LEGEND).length).toBeGreaterThan(0);
    for (const cover of [LEGEND, BUTTONS]) expect(beneath(camera, cover).length).toBeLessThanOrEqual(papers > 1200 ? 3 : 0);
    expect(camera.zoom).toBeGreaterThanOrEqual(plain.zoom * 0.6);
    expect(box.left * camera.zoom + camera.panX).toBeGreaterThanOrEqual(0);
    expect(box.top * camera.zoom + camera.panY).toBeGreaterThanOrEqual(0);
    expect(box.right * camera.zoom + camera.panX).toBeLessThanOrEqual(SIZE[0]);
    expect(box.bottom * camera.zoom + camera.panY).toBeLessThanOrEqual(SIZE[1]);
  });

  test('is where it would be anyway while nothing lies over it', () => {
    expect(fitBeside(box, ...SIZE, [], state.graph.nodes)).toEqual(plain);
    expect(fitBeside(box, ...SIZE, [{ left: 12, top: 570, right: 20, bottom: 574 }], state.graph.nodes)).toEqual(plain);
  });

  test('has its names clear of both too', () => {
    const covers = [LEGEND, BUTTONS];
    const camera = fitBeside(box, ...SIZE, covers, state.graph.nodes);
    state.plan(camera, covers);
    const named = state.labels.map(({ anchorX, anchorY, offsetX, offsetY, width, height }) => ({ left: anchorX * camera.zoom + camera.panX + offsetX, top: anchorY * camera.zoom + camera.panY + offsetY, width, height }));
    expect(named.length).toBeGreaterThan(3);
    for (const { left, top, width, height } of named) for (const cover of covers) expect(left < cover.right && left + width > cover.left && top < cover.bottom && top + height > cover.top).toBe(false);
  });
});
