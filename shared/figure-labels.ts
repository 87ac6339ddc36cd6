import type { FigureOptions } from './export-options.ts';
import type { FigureNode, FigureScene } from './figure-scene.ts';
import { labelText, LINE_HEIGHT, topicTexts, withStarRoom, type LabelText } from './label-text.ts';
import { MAP_COLOURS, topicInk } from './palette.ts';
import { placeLabels, type LabelRequest } from './place-labels.ts';
import { namedArea, placeTopicNames } from './place-topic-names.ts';
import { starCorners, starOfDisc, STAR_COLOUR, STAR_ROOM } from './star.ts';
import { compareText, escapeXml } from './text.ts';
import { textWidth } from './text-width.ts';
import { CLEAR_PART, conceptsNamedOn, LABEL_EDGE, TITLE_CANDIDATES, titlesOn, TITLE_STYLE } from './title-room.ts';
import type { TopicMap } from './topic-map.ts';
import { topicPlaces } from './topic-places.ts';

interface Drawn {
  id: string;
  text: LabelText;
  colour: string;
  left: number;
  top: number;
  star: boolean;
}

/** Names of topics and titles of a figure as SVG text, where the screen would place them; in pixels of the scene. */
export function figureLabels(map: TopicMap, scene: FigureScene, options: FigureOptions): string {
  const names = topicNames(map, scene, options);
  return [...names, ...titles(scene, names, options)].map((label) => labelSvg(label, options)).join('');
}

function topicNames(map: TopicMap, scene: FigureScene, options: FigureOptions): Drawn[] {
  const places = topicPlaces(map);
  const starred = new Set(options.starred.flatMap(({ kind, id }) => (kind === 'topic' ? id : [])));
  const textsOf = (topic: number) => {
    const { id = '', label = '' } = map.topics[topic] ?? {};
    return starred.has(id) ? topicTexts(label).map(withStarRoom) : topicTexts(label);
  };
  const areas = scene.grounds.boxes.flatMap((box, topic) => (box && namedArea(topic, box, textsOf(topic), scene.camera)) ?? []);
  const topicAt = (x: number, y: number) => scene.grounds.groupAt((x - scene.camera.panX) / scene.camera.zoom, (y - scene.camera.panY) / scene.camera.zoom);
  return placeTopicNames(areas, scene.nodes.filter((node) => isInSight(node, scene)), boundsOf(scene), topicAt).flatMap(({ topic, left, top, size }): Drawn[] => {
    const text = textsOf(topic)[size];
    const id = map.topics[topic]?.id ?? '';
    const colour = options.colourBy === 'topic' ? topicInk(places.get(id) ?? null, options.theme) : MAP_COLOURS[options.theme].faint;
    return text ? [{ id, text, colour, left, top, star: starred.has(id) }] : [];
  });
}

function titles(scene: FigureScene, names: readonly Drawn[], options: FigureOptions): Drawn[] {
  const { width, height } = scene.camera;
  const inSight = scene.nodes.filter((node) => isInSight(node, scene));
  const wanted = inSight.filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height).sort((a, b) => b.importance - a.importance || compareText(a.id, b.id)).slice(0, TITLE_CANDIDATES);
  const anyway = new Set(wanted.filter(({ kind }) => kind === 'concept').slice(0, conceptsNamedOn(width, height)));
  const texts = new Map(wanted.map((node) => [`node ${node.id}`, labelText(node.label, TITLE_STYLE.fontSize, TITLE_STYLE.fontWeight, TITLE_STYLE.width, TITLE_STYLE.lines)]));
  const named = names.map(({ id, left, top, text }): LabelRequest => ({ id: `topic ${id}`, x: left + text.width / 2, y: top + text.height / 2, radius: 0, width: text.width, height: text.height, overNodes: true, fixed: true }));
  const titled = wanted.flatMap((node): LabelRequest[] => {
    const text = texts.get(`node ${node.id}`);
    return text && text.lines.length > 0 ? [{ id: `node ${node.id}`, x: node.x, y: node.y, radius: node.radius, width: text.width, height: text.height, overNodes: anyway.has(node) }] : [];
  });
  const discs = [...inSight.map(({ x, y, radius }) => ({ x, y, radius: radius * CLEAR_PART })), ...inSight.filter(({ star }) => star).map(({ x, y, radius }) => starOfDisc(x, y, radius))];
  return placeLabels([...named, ...titled], discs, boundsOf(scene))
    .flatMap(({ id, left, top }): Drawn[] => {
      const text = texts.get(id);
      return text ? [{ id, text, colour: MAP_COLOURS[options.theme].ink, left, top, star: false }] : [];
    })
    .slice(0, titlesOn(width, height));
}

function boundsOf({ camera: { width, height } }: FigureScene) {
  return { left: LABEL_EDGE, top: LABEL_EDGE, right: width - LABEL_EDGE, bottom: height - LABEL_EDGE };
}

function isInSight({ x, y, radius }: FigureNode, { camera: { width, height } }: FigureScene): boolean {
  return x >= -radius && y >= -radius && x <= width + radius && y <= height + radius;
}

/** A label with a halo. The halo is a text of its own beneath: not every program knows paint-order. */
function labelSvg({ text, colour, left, top, star }: Drawn, options: FigureOptions): string {
  const { ground } = MAP_COLOURS[options.theme];
  const middle = left + text.width / 2;
  let bottom = top;
  const rows = text.lines
    .map((line) => {
      bottom += line.fontSize * LINE_HEIGHT;
      return `<tspan x="${pixel(middle)}" y="${pixel(bottom - line.fontSize * 0.27)}" font-size="${line.fontSize}" font-weight="${line.fontWeight}">${escapeXml(line.text)}</tspan>`;
    })
    .join('');
  const [first] = text.lines;
  const starSvg = star && first ? figureStar(middle - textWidth(first.text, first.fontSize, first.fontWeight) / 2 - STAR_ROOM * 0.6, top + first.fontSize * 0.66, first.fontSize * 0.42, options.theme) : '';
  return `<text text-anchor="middle" fill="none" stroke="${ground}" stroke-width="3.5" stroke-linejoin="round" stroke-opacity="0.85" aria-hidden="true">${rows}</text><text text-anchor="middle" fill="${colour}">${rows}</text>\n${starSvg}`;
}

/** A star of a figure as SVG text; its middle and the radius of its tips in pixels. */
export function figureStar(x: number, y: number, radius: number, theme: FigureOptions['theme']): string {
  const corners = starCorners(x, y, radius).map((corner) => `${pixel(corner.x)},${pixel(corner.y)}`);
  return `<polygon points="${corners.join(' ')}" fill="${STAR_COLOUR[theme]}" stroke="${MAP_COLOURS[theme].ground}" stroke-width="1.2" stroke-linejoin="round"/>\n`;
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
