import { LINE_HEIGHT } from '../../shared/label-text.ts';
import { MAP_COLOURS, topicInk } from '../../shared/palette.ts';
import type { Camera } from '../../shared/picture/camera.ts';
import type { ThemeName } from '../../shared/picture/colours.ts';
import { BASELINE, FADED_OPACITY, HALO_OPACITY, HALO_WIDTH } from '../../shared/picture/label-look.ts';
import { CARD_PADDING, type MapLabel } from '../../shared/picture/label-plan.ts';
import { paintTextStar } from '../../shared/picture/paint-stars.ts';
import { STAR_ROOM } from '../../shared/star.ts';
import { textWidth } from '../../shared/text-width.ts';
import { labelCorner } from './hit-test.ts';

const FONT_FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
/** Room around a text in its picture: halo, and the shadow of a card. */
const MARGIN = 10;
const KEPT_PICTURES = 500;

/**
 * Draws labels. Each text is drawn once, with its halo, and kept as a picture: while the map moves, only pictures are copied.
 */
export class LabelPainter {
  private readonly pictures = new Map<string, HTMLCanvasElement>();

  /** Forgets the pictures: another font or pixel ratio. */
  reset(): void {
    this.pictures.clear();
  }

  /** Paints labels where the camera puts them, cards last. */
  paint(context: CanvasRenderingContext2D, labels: readonly MapLabel[], camera: Camera, theme: ThemeName, pixelRatio: number): void {
    for (const label of [...labels.filter(({ role }) => role !== 'card'), ...labels.filter(({ role }) => role === 'card')]) {
      const { left, top } = labelCorner(label, camera);
      if (left + label.width < 0 || top + label.height < 0 || left > camera.width || top > camera.height) continue;
      const picture = this.pictureOf(label, theme, pixelRatio);
      const snapped = (value: number) => Math.round(value * pixelRatio) / pixelRatio;
      context.globalAlpha = label.opacity * (label.faded ? FADED_OPACITY : 1);
      context.drawImage(picture, snapped(left - MARGIN), snapped(top - MARGIN), picture.width / pixelRatio, picture.height / pixelRatio);
    }
    context.globalAlpha = 1;
  }

  private pictureOf(label: MapLabel, theme: ThemeName, pixelRatio: number): HTMLCanvasElement {
    const key = `${theme} ${pixelRatio} ${label.role} ${label.isPlain} ${label.isStarred} ${label.topic} ${label.lines.map(({ text, fontSize }) => `${fontSize} ${text}`).join('\n')}`;
    const known = this.pictures.get(key);
    if (known) return known;
    if (this.pictures.size >= KEPT_PICTURES) this.pictures.clear();
    const picture = document.createElement('canvas');
    picture.width = Math.ceil((label.width + 2 * MARGIN) * pixelRatio);
    picture.height = Math.ceil((label.height + 2 * MARGIN) * pixelRatio);
    const context = picture.getContext('2d');
    if (context) {
      context.scale(pixelRatio, pixelRatio);
      context.translate(MARGIN, MARGIN);
      drawText(context, label, theme);
    }
    this.pictures.set(key, picture);
    return picture;
  }
}

function drawText(context: CanvasRenderingContext2D, label: MapLabel, theme: ThemeName): void {
  const { ground, ink } = MAP_COLOURS[theme];
  if (label.role === 'card') drawCard(context, label, theme);
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.fillStyle = label.role === 'topic' ? topicInk(label.topic, theme) : ink;
  context.lineWidth = HALO_WIDTH[label.role];
  const eachLine = (draw: (text: string, x: number, y: number) => void) => {
    let top = label.role === 'card' ? CARD_PADDING.y : 0;
    for (const { text, fontSize, fontWeight } of label.lines) {
      context.font = `${fontWeight} ${fontSize}px ${FONT_FAMILY}`;
      draw(text, label.width / 2, top + fontSize * BASELINE);
      top += fontSize * LINE_HEIGHT;
    }
  };
  context.globalAlpha = HALO_OPACITY;
  if (label.role !== 'card' && !label.isPlain) eachLine((text, x, y) => context.strokeText(text, x, y));
  context.globalAlpha = 1;
  eachLine((text, x, y) => context.fillText(text, x, y));
  if (label.isStarred) drawStar(context, label, theme);
}

function drawStar(context: CanvasRenderingContext2D, { lines: [first], width }: MapLabel, theme: ThemeName): void {
  if (!first) return;
  const { text, fontSize, fontWeight } = first;
  paintTextStar(context, (width - textWidth(text, fontSize, fontWeight)) / 2 - STAR_ROOM * 0.6, fontSize * 0.66, fontSize * 0.42, theme);
}

function drawCard(context: CanvasRenderingContext2D, label: MapLabel, theme: ThemeName): void {
  const { ground, line } = MAP_COLOURS[theme];
  context.save();
  context.shadowColor = theme === 'light' ? 'rgb(20 30 50 / 0.22)' : 'rgb(0 0 0 / 0.6)';
  context.shadowBlur = 8;
  context.shadowOffsetY = 2;
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(0.5, 0.5, label.width - 1, label.height - 1, 6);
  context.fill();
  context.restore();
  context.strokeStyle = line;
  context.globalAlpha = 0.55;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}
