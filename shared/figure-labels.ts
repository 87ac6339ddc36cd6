import { LINE_HEIGHT } from './label-text.ts';
import { MAP_COLOURS, topicInk } from './palette.ts';
import type { Camera } from './picture/camera.ts';
import type { ThemeName } from './picture/colours.ts';
import { BASELINE, FADED_OPACITY, HALO_OPACITY, HALO_WIDTH } from './picture/label-look.ts';
import type { MapLabel } from './picture/label-plan.ts';
import { starCorners, STAR_COLOUR, STAR_ROOM } from './star.ts';
import { escapeXml } from './text.ts';
import { textWidth } from './text-width.ts';

/** Names of topics and titles as SVG text, each label a text of its own with its lines, where the screen has them. */
export function figureLabels(labels: readonly MapLabel[], camera: Camera, theme: ThemeName): string {
  return labels.map((label) => labelSvg(label, camera, theme)).join('');
}

/** A label with a halo. The halo is a text of its own beneath: not every program knows paint-order. */
function labelSvg(label: MapLabel, { zoom, panX, panY }: Camera, theme: ThemeName): string {
  const { ground, ink } = MAP_COLOURS[theme];
  const left = label.anchorX * zoom + panX + label.offsetX;
  const top = label.anchorY * zoom + panY + label.offsetY;
  const rows = rowsOf(label, left + label.width / 2, top);
  const colour = label.role === 'topic' ? topicInk(label.topic, theme) : ink;
  const halo = label.isPlain ? '' : `<text text-anchor="middle" fill="none" stroke="${ground}" stroke-width="${HALO_WIDTH[label.role]}" stroke-linejoin="round" stroke-opacity="${HALO_OPACITY}" aria-hidden="true">${rows}</text>`;
  const svg = `${halo}<text text-anchor="middle" fill="${colour}">${rows}</text>${label.isStarred ? starSvg(label, left, top, theme) : ''}`;
  const opacity = label.opacity * (label.faded ? FADED_OPACITY : 1);
  return opacity >= 1 ? `${svg}\n` : `<g opacity="${Math.round(opacity * 100) / 100}">${svg}</g>\n`;
}

function rowsOf({ lines }: MapLabel, middle: number, top: number): string {
  let lineTop = top;
  return lines
    .map(({ text, fontSize, fontWeight }) => {
      const baseline = lineTop + fontSize * BASELINE;
      lineTop += fontSize * LINE_HEIGHT;
      return `<tspan x="${pixel(middle)}" y="${pixel(baseline)}" font-size="${fontSize}" font-weight="${fontWeight}">${escapeXml(text)}</tspan>`;
    })
    .join('');
}

function starSvg({ lines: [first], width }: MapLabel, left: number, top: number, theme: ThemeName): string {
  if (!first) return '';
  const { text, fontSize, fontWeight } = first;
  return figureStar(left + (width - textWidth(text, fontSize, fontWeight)) / 2 - STAR_ROOM * 0.6, top + fontSize * 0.66, fontSize * 0.42, theme);
}

/** A star of a figure as SVG text; its middle and the radius of its tips in pixels. */
export function figureStar(x: number, y: number, radius: number, theme: ThemeName): string {
  const corners = starCorners(x, y, radius).map((corner) => `${pixel(corner.x)},${pixel(corner.y)}`);
  return `<polygon points="${corners.join(' ')}" fill="${STAR_COLOUR[theme]}" stroke="${MAP_COLOURS[theme].ground}" stroke-width="1.2" stroke-linejoin="round"/>`;
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}
