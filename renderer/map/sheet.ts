import type { Camera } from '../../shared/picture/camera.ts';
import { canvasSettings } from './drawing-hardware.ts';

/** Beyond these zooms of what is painted a sheet is too coarse, or too small, to go on with. */
const SCALES = { least: 0.6, most: 1.7 };

/**
 * A canvas over the whole container and a margin around it. What is painted on it can follow the camera as a picture,
 * moved and scaled by the compositor, which costs the page nothing: a large map is painted anew only when it comes to rest.
 */
export class Sheet {
  private readonly canvas: HTMLCanvasElement;
  private readonly margin: number;
  private painted: Camera | null = null;
  private pixelRatio = 1;

  /** Puts the canvas before or after everything else in the container. `margin` in pixels. */
  constructor(container: HTMLElement, place: 'beneath' | 'above', margin: number) {
    this.margin = margin;
    this.canvas = container.ownerDocument.createElement('canvas');
    Object.assign(this.canvas.style, { position: 'absolute', left: `${-margin}px`, top: `${-margin}px`, pointerEvents: 'none', transformOrigin: `${margin}px ${margin}px`, zIndex: place === 'above' ? '1' : '' });
    if (place === 'beneath') container.prepend(this.canvas);
    else container.append(this.canvas);
  }

  /** Paints for a camera. `draw` gets the camera of the whole sheet, its margin included, and the pixels of the canvas for each pixel of the page. */
  paint(camera: Camera, draw: (context: CanvasRenderingContext2D, camera: Camera, pixelRatio: number) => void): void {
    const context = this.canvas.getContext('2d', canvasSettings());
    if (!context || camera.width === 0) return;
    const width = camera.width + 2 * this.margin;
    const height = camera.height + 2 * this.margin;
    this.resize(width, height);
    context.setTransform(this.pixelRatio, 0, 0, this.pixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, { zoom: camera.zoom, panX: camera.panX + this.margin, panY: camera.panY + this.margin, width, height }, this.pixelRatio);
    this.canvas.style.transform = '';
    this.painted = camera;
  }

  /** Moves what is painted to where the camera is now; gives whether that is good enough to look at. */
  follow(camera: Camera): boolean {
    const { painted, margin } = this;
    if (!painted || painted.width !== camera.width || painted.height !== camera.height) return false;
    const scale = camera.zoom / painted.zoom;
    const x = camera.panX - painted.panX * scale;
    const y = camera.panY - painted.panY * scale;
    this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    const covers = x - margin * scale <= 0 && y - margin * scale <= 0 && x + (camera.width + margin) * scale >= camera.width && y + (camera.height + margin) * scale >= camera.height;
    return covers && scale >= SCALES.least && scale <= SCALES.most;
  }

  /** Whether it is painted for just this camera and this screen. */
  isPaintedFor(camera: Camera): boolean {
    const { painted } = this;
    return painted !== null && this.pixelRatio === devicePixelRatio && painted.zoom === camera.zoom && painted.panX === camera.panX && painted.panY === camera.panY && painted.width === camera.width && painted.height === camera.height;
  }

  /** The zoom that it is painted for; null before the first time. */
  paintedZoom(): number | null {
    return this.painted?.zoom ?? null;
  }

  /** Lets the ground shine through: 1 shows all. */
  setOpacity(opacity: number): void {
    this.canvas.style.opacity = opacity === 1 ? '' : String(opacity);
  }

  remove(): void {
    this.canvas.remove();
  }

  private resize(width: number, height: number): void {
    this.pixelRatio = devicePixelRatio;
    const { canvas, pixelRatio } = this;
    if (canvas.width !== Math.ceil(width * pixelRatio)) canvas.width = Math.ceil(width * pixelRatio);
    if (canvas.height !== Math.ceil(height * pixelRatio)) canvas.height = Math.ceil(height * pixelRatio);
    Object.assign(canvas.style, { width: `${canvas.width / pixelRatio}px`, height: `${canvas.height / pixelRatio}px` });
  }
}
