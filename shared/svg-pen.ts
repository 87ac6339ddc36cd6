import type { Pen } from './picture/pen.ts';
import { escapeXml } from './text.ts';

/** A part of a path, in pixels of the picture. */
type Shape = { kind: 'circle'; x: number; y: number; radius: number } | { kind: 'square'; x: number; y: number; side: number; corner: number } | { kind: 'line'; points: number[]; isClosed: boolean };

type Style = Pick<Pen, 'fillStyle' | 'strokeStyle' | 'globalAlpha' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'font' | 'textAlign' | 'textBaseline'> & { zoom: number; left: number; top: number };

/** The path that was filled or stroked last: painted once more, it becomes one shape with a rim. */
interface Pending {
  how: 'filled' | 'stroked';
  attributes: string;
  alpha: number;
  lineWidth: number;
}

const PLAIN: Style = { fillStyle: '#000', strokeStyle: '#000', globalAlpha: 1, lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', font: '400 12px sans-serif', textAlign: 'left', textBaseline: 'alphabetic', zoom: 1, left: 0, top: 0 };
const ANCHORS: Record<string, string> = { center: 'middle', right: 'end' };
/** Discs and squares fainter than this are a backdrop: one path for all of a colour. */
const FAINT = 0.3;
/** From the middle of a line of text down to its baseline, as a part of the font size: not every program knows dominant-baseline. */
const MIDDLE_TO_BASELINE = 0.36;

/**
 * A pen that writes SVG: discs and squares as shapes of their own, which drawing programs can take apart, lines of one
 * look as one path, and so what is hardly to be seen. What a canvas strokes and fills as one path becomes one shape with a rim.
 */
export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = PLAIN.fillStyle;
  strokeStyle: Pen['strokeStyle'] = PLAIN.strokeStyle;
  globalAlpha = PLAIN.globalAlpha;
  lineWidth = PLAIN.lineWidth;
  lineCap = PLAIN.lineCap;
  lineJoin = PLAIN.lineJoin;
  font = PLAIN.font;
  textAlign = PLAIN.textAlign;
  textBaseline = PLAIN.textBaseline;
  private zoom = 1;
  private left = 0;
  private top = 0;
  private shapes: Shape[] = [];
  private pending: Pending | null = null;
  private readonly kept: Style[] = [];
  private readonly written: string[] = [];

  /** The SVG of all that was painted. */
  svg(): string {
    this.settle();
    return this.written.join('');
  }

  /** Opens a group with attributes, for what is painted until `close`. */
  open(attributes: string): void {
    this.settle();
    this.written.push(`<g${attributes === '' ? '' : ` ${attributes}`}>\n`);
  }

  close(): void {
    this.settle();
    this.written.push('</g>\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, globalAlpha, lineWidth, lineCap, lineJoin, font, textAlign, textBaseline, zoom, left, top } = this;
    this.kept.push({ fillStyle, strokeStyle, globalAlpha, lineWidth, lineCap, lineJoin, font, textAlign, textBaseline, zoom, left, top });
  }

  restore(): void {
    Object.assign(this, this.kept.pop() ?? PLAIN);
  }

  translate(x: number, y: number): void {
    this.left += x * this.zoom;
    this.top += y * this.zoom;
  }

  scale(x: number): void {
    this.zoom *= x;
  }

  beginPath(): void {
    this.settle();
    this.shapes = [];
  }

  moveTo(x: number, y: number): void {
    this.shapes.push({ kind: 'line', points: [this.onPageX(x), this.onPageY(y)], isClosed: false });
  }

  lineTo(x: number, y: number): void {
    const last = this.shapes.at(-1);
    if (last?.kind === 'line') last.points.push(this.onPageX(x), this.onPageY(y));
    else this.moveTo(x, y);
  }

  closePath(): void {
    const last = this.shapes.at(-1);
    if (last?.kind === 'line') last.isClosed = true;
  }

  arc(x: number, y: number, radius: number): void {
    this.leaveStart();
    this.shapes.push({ kind: 'circle', x: this.onPageX(x), y: this.onPageY(y), radius: radius * this.zoom });
  }

  roundRect(x: number, y: number, width: number, _height: number, radius: number): void {
    this.leaveStart();
    this.shapes.push({ kind: 'square', x: this.onPageX(x), y: this.onPageY(y), side: width * this.zoom, corner: radius * this.zoom });
  }

  fill(rule?: 'nonzero' | 'evenodd'): void {
    const fill = `fill="${colourOf(this.fillStyle)}"`;
    const stroked = this.takePending('stroked');
    if (stroked) {
      // The canvas fills over the inner half of the rim: the outer one alone is left, half as wide around a larger shape.
      const rim = stroked.lineWidth / 2;
      this.write(`${fill} ${stroked.attributes} stroke-width="${fine(rim)}"`, rim / 2);
      return;
    }
    this.pending = { how: 'filled', attributes: rule === 'evenodd' ? `${fill} fill-rule="evenodd"` : fill, alpha: this.globalAlpha, lineWidth: 0 };
  }

  stroke(): void {
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`;
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const stroke = `stroke="${colourOf(this.strokeStyle)}"${cap}${join}`;
    const lineWidth = this.lineWidth * this.zoom;
    const filled = this.takePending('filled');
    if (filled) {
      this.write(`${filled.attributes} ${stroke} stroke-width="${fine(lineWidth)}"`, 0);
      return;
    }
    this.pending = { how: 'stroked', attributes: stroke, alpha: this.globalAlpha, lineWidth };
  }

  fillText(text: string, x: number, y: number): void {
    this.settle();
    const [, weight = '400', size = '12'] = /^(\d+) ([\d.]+)px/.exec(this.font) ?? [];
    const anchor = ANCHORS[this.textAlign];
    const baseline = this.textBaseline === 'middle' ? y + Number(size) * MIDDLE_TO_BASELINE : y;
    this.written.push(`<text x="${pixel(this.onPageX(x))}" y="${pixel(this.onPageY(baseline))}" font-size="${size}" font-weight="${weight}"${anchor ? ` text-anchor="${anchor}"` : ''} fill="${colourOf(this.fillStyle)}">${escapeXml(text)}</text>\n`);
  }

  /** Forgets a start that no line was drawn from. */
  private leaveStart(): void {
    const last = this.shapes.at(-1);
    if (last?.kind === 'line' && last.points.length === 2) this.shapes.pop();
  }

  private onPageX(x: number): number {
    return x * this.zoom + this.left;
  }

  private onPageY(y: number): number {
    return y * this.zoom + this.top;
  }

  /** The other half of a shape with a rim, where the path and how opaque it is have stayed the same. */
  private takePending(how: Pending['how']): Pending | null {
    const { pending } = this;
    if (pending?.how === how && pending.alpha === this.globalAlpha && this.shapes.every(({ kind }) => kind !== 'line' || how === 'filled')) {
      this.pending = null;
      return pending;
    }
    this.settle();
    return null;
  }

  /** Writes what waited for another half that does not come. */
  private settle(): void {
    const { pending } = this;
    this.pending = null;
    if (!pending) return;
    const own = pending.how === 'filled' ? pending.attributes : `fill="none" ${pending.attributes} stroke-width="${fine(pending.lineWidth)}"`;
    this.write(own, 0, pending.alpha);
  }

  private write(attributes: string, grown: number, alpha: number = this.globalAlpha): void {
    const opaque = alpha >= 1 ? attributes : `${attributes} opacity="${Math.round(alpha * 1000) / 1000}"`;
    const elements = alpha < FAINT && this.shapes.length > 1 ? [`<path d="${this.shapes.map((shape) => traced(shape, grown)).join('')}"/>`] : elementsOf(this.shapes, grown);
    if (elements.length === 1) this.written.push(elements[0]?.replace(/\/>$/, ` ${opaque}/>\n`) ?? '');
    if (elements.length > 1) this.written.push(`<g ${opaque}>\n${elements.join('\n')}\n</g>\n`);
  }
}

/** A shape as a part of a path. */
function traced(shape: Shape, grown: number): string {
  if (shape.kind === 'line') return shape.points.length > 2 ? lineOf(shape.points) + (shape.isClosed ? 'Z' : '') : '';
  if (shape.kind === 'square') {
    const side = fine(shape.side + 2 * grown);
    return `M${pixel(shape.x - grown)} ${pixel(shape.y - grown)}h${side}v${side}h-${side}Z`;
  }
  const radius = fine(shape.radius + grown);
  const across = fine(2 * (shape.radius + grown));
  return `M${pixel(shape.x - shape.radius - grown)} ${pixel(shape.y)}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 -${across} 0Z`;
}

/** Each disc and square as an element, all lines as one path. `grown` is added to radii. */
function elementsOf(shapes: readonly Shape[], grown: number): string[] {
  const elements: string[] = [];
  let path = '';
  for (const shape of shapes) {
    if (shape.kind === 'circle') elements.push(`<circle cx="${pixel(shape.x)}" cy="${pixel(shape.y)}" r="${fine(shape.radius + grown)}"/>`);
    else if (shape.kind === 'square') elements.push(`<rect x="${pixel(shape.x - grown)}" y="${pixel(shape.y - grown)}" width="${fine(shape.side + 2 * grown)}" height="${fine(shape.side + 2 * grown)}" rx="${fine(shape.corner + grown)}"/>`);
    else path += traced(shape, 0);
  }
  return path === '' ? elements : [...elements, `<path d="${path}"/>`];
}

function lineOf(points: readonly number[]): string {
  let line = '';
  for (let place = 0; place < points.length; place += 2) line += `${place === 0 ? 'M' : 'L'}${pixel(points[place] ?? 0)} ${pixel(points[place + 1] ?? 0)}`;
  return line;
}

function colourOf(paint: Pen['fillStyle']): string {
  return typeof paint === 'string' ? paint : 'none';
}

function pixel(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function fine(value: number): string {
  return String(Math.round(value * 100) / 100);
}
