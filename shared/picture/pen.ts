/** A CSS colour; canvases know other paints besides, which are not used here. */
type Paint = string | object;

/** What a picture is painted with: a canvas on the screen, SVG in figures. The part of CanvasRenderingContext2D that the picture of a map needs. */
export interface Pen {
  fillStyle: Paint;
  strokeStyle: Paint;
  /** 0..1 */
  globalAlpha: number;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  /** By the same in both directions. */
  scale(x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  /** Whole circles only. */
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(rule?: 'nonzero' | 'evenodd'): void;
  stroke(): void;
  fillText(text: string, x: number, y: number): void;
}
